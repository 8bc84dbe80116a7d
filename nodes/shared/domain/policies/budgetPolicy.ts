import { DateTime } from 'luxon';

import { DEFAULT_SAFETY_MARGIN } from '../customerServiceWindow';
import type { Budget } from '../usage/Budget';
import type { ChargeKind } from '../usage/Charges';
import { fitsBudget, spentOf } from '../usage/fitsBudget';
import { FREE_SERVICE_MESSAGES } from '../usage/summarizeUsage';
import { isLeftToTheWindow } from './isLeftToTheWindow';
import type { AskedMessage, ChargesOnRecord, OnRecord, Policy } from './Policy';
import { toHumane } from './quietHoursOf';
import { GO, type Objection } from './Verdict';

/**
 * Keeps back what would be charged once as many messages of the business number are charged in the month, or may yet be, as the builder gives: until
 * the next month begins, or for good where a free-form message cannot wait that long, because its window closes. What is free goes out all the same:
 * one of the free service messages of the month, a reaction, and everything to a person who has come through an ad.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export const budgetPolicy: Policy = {
	reasons: ['budgetSpent'],
	judge(question) {
		const { message, onRecord } = question;
		const charges = onRecord?.charges;
		const budget = message?.budget;
		const kind = message && chargeKindOf(message);
		if (!message || !budget || !kind || !charges || charges.isFree || isLeftToTheWindow(question, onRecord)) return GO;
		if (fitsBudget(charges, { countsAs: kind, count: charges.count, mostCharged: budget.mostCharged })) return GO;
		const nextMonthAt = toHumane(question, DateTime.fromMillis(charges.month.untilMs, { zone: 'utc' }) as DateTime<true>);
		if (!mayWait(message, onRecord, nextMonthAt)) {
			return { kind: 'notSent', ...toObjection(budget, charges, `The window of the person closes before the next month begins, so give more in '${TITLE}'`) };
		}
		const advice = `Send it at notSent.sendAt (${nextMonthAt.toISO()}), when the next month has begun, or give more in '${TITLE}'`;
		return { kind: 'later', sendAt: nextMonthAt, ...toObjection(budget, charges, advice) };
	},
};

const TITLE = 'Most Messages';

/** What a message counts as; undefined for what WhatsApp never charges. */
export function chargeKindOf(message: AskedMessage): ChargeKind | undefined {
	if (message.sentAs === 'template') return 'template';
	return message.isReaction ? undefined : 'service';
}

function mayWait(message: AskedMessage, { window, safetyMargin = DEFAULT_SAFETY_MARGIN }: OnRecord, until: DateTime<true>): boolean {
	if (message.sentAs === 'template' || message.whenClosed === 'sendAnyway') return true;
	return window.closesAt !== undefined && window.closesAt.minus(safetyMargin) > until;
}

function toObjection({ mostCharged, timeZone }: Budget, { charged, service, month }: ChargesOnRecord, advice: string): Objection {
	const spent = spentOf({ charged, service });
	const freeUsed = Math.min(service, FREE_SERVICE_MESSAGES);
	return {
		reason: 'budgetSpent',
		message: `At most ${mostCharged} messages of this business number may be charged in ${month.name} (${timeZone}), and ${spent} are or may yet be, so nothing was sent.`,
		advice: `${advice}: ${spent} of ${mostCharged} are spent, and ${freeUsed} of the ${FREE_SERVICE_MESSAGES} free-form messages that are free.`,
		evidence: { budget: { mostCharged, spent, freeUsed, month: month.name, timeZone } },
	};
}
