import { DateTime } from 'luxon';

import { customerServiceWindow } from '../domain/customerServiceWindow';
import { chargeKindOf } from '../domain/policies/budgetPolicy';
import type { AskedMessage } from '../domain/policies/Policy';
import type { SessionKey } from '../domain/Session';
import { isFreeOfCharge } from '../domain/usage/isFreeOfCharge';
import { readMonth } from '../domain/usage/readMonth';
import { chargesAtMost } from './chargesAtMost';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import type { SessionView } from './SessionView';

/**
 * Looks up what is on record of the person, and judges the window now. The templates before it are looked up only where manners ask, and
 * what is charged in the month only where there is a budget.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function lookUp(
	sender: Pick<Sender, 'store' | 'businessAccountId' | 'now'>,
	outbound: Pick<Outbound, 'destination' | 'safetyMargin' | 'message' | 'count'>,
): Promise<SessionView> {
	const { store, businessAccountId, now } = sender;
	const { destination: { phoneNumberId, recipient }, safetyMargin, message } = outbound;
	const { bsuid, waId } = recipient;
	const user: SessionKey['user'] = bsuid ? { bsuid } : { waId };
	const [[session], [consent], templates, charges] = await Promise.all([
		store.findSessions([{ phoneNumberId, user }]),
		store.findConsent(businessAccountId, [user]),
		asksForTemplates(message) ? store.findTemplateSends(businessAccountId, user) : undefined,
		findCharges(sender, outbound),
	]);
	const at = DateTime.fromMillis(now(), { zone: 'utc' });
	const window = customerServiceWindow(session, at, { safetyMargin });
	const view = { window, phoneNumberId, recipient, session, consent, templates };
	return charges ? { ...view, charges: { ...charges, isFree: isFreeOfCharge(session, at) } } : view;
}

async function findCharges({ store, now }: Pick<Sender, 'store' | 'now'>, { destination, message, count }: Pick<Outbound, 'destination' | 'message' | 'count'>) {
	const { phoneNumberId } = destination;
	const countsAs = chargeKindOf(message);
	if (!message.budget || !countsAs) return undefined;
	const { mostCharged, timeZone } = message.budget;
	const atMs = now();
	const month = readMonth('', DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>, timeZone);
	const { fromMs, untilMs } = month;
	return { month, ...(await store.findCharges({ phoneNumberId, fromMs, untilMs }, { countsAs, count: chargesAtMost(destination, count), mostCharged }, atMs)) };
}

function asksForTemplates({ sentAs, manners }: AskedMessage): boolean {
	if (sentAs !== 'template' || !manners) return false;
	return manners.marketingCap !== undefined || manners.templatePause !== undefined || manners.unansweredCap !== undefined;
}
