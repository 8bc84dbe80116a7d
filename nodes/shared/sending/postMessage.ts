import type { SendOrigin } from '../domain/SendOrigin';
import { mediaIdsOf } from '../cloudApi/media/mediaIdsOf';
import { chargeKindOf } from '../domain/policies/budgetPolicy';
import { toCallbackData } from '../domain/toCallbackData';
import type { BudgetClaim } from '../store/Budgets';
import type { SendRecord } from '../store/SendLog';
import { chargesAtMost } from './chargesAtMost';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import { sendOnce, type ClaimResult } from './sendOnce';
import type { SessionView } from './SessionView';

/** One message of an outbound send. */
export interface MessagePart {
	/** The request, with the address. */
	body: Record<string, unknown>;
	/** Which message of several, from 1. */
	part: number;
	/** A try of it that nobody knows the end of, and that is to be replaced; undefined for none. */
	undecided?: SendRecord;
}

/**
 * Posts one message of an outbound send at most once; see {@link sendOnce}. It carries along where it comes from and which try it
 * is, so that every status that WhatsApp sends about it says so.
 *
 * @param leave - called when its request is about to leave; not for a message that went out before
 */
export async function postMessage(
	sender: Sender,
	outbound: Outbound,
	view: SessionView,
	{ body, part, undecided }: MessagePart,
	leave: () => void,
): Promise<ClaimResult> {
	const { message, template, endpoint } = outbound;
	const sentAs = message.sentAs === 'template' && message.isDirectSend ? 'directSend' : message.sentAs;
	const name = await sender.nameOf(outbound, view.session, part);
	const origin: SendOrigin = { ...sender.origin, templateName: template?.name, templateLanguage: template?.language };
	const mediaIds = mediaIdsOf(body);
	const takesOver = undecided && { claimId: undecided.claimId };
	const sendOnceKey = undecided?.sendOnceKey ?? name.sendOnceKey;
	return await sendOnce(sender, {
		claim: {
			...name,
			sendOnceKey,
			takesOver,
			sentAs,
			countsAs: chargeKindOf(message),
			origin: mediaIds.length > 0 ? { ...origin, mediaIds } : origin,
			...(message.sentAs === 'template' && { template: { businessAccountId: sender.businessAccountId, category: message.category } }),
		},
		historyVersion: view.templates?.version,
		budget: toBudget(outbound, view, part),
		toPayload: (claimId) => ({
			...body,
			biz_opaque_callback_data: toCallbackData({ ...origin, claimId, sendOnceKey, sentAs }),
		}),
		endpoint,
		beforePost: async (atMs) => {
			await outbound.beforePost?.(view, atMs, part);
			leave();
		},
	});
}

/** What the message, with the parts that follow it, takes of its budget; nothing where it is free. */
function toBudget({ destination, message, count }: Outbound, { charges }: SessionView, part: number): BudgetClaim['budget'] | undefined {
	const countsAs = chargeKindOf(message);
	if (!message.budget || !countsAs || !charges || charges.isFree) return undefined;
	const { fromMs, untilMs } = charges.month;
	return { fromMs, untilMs, countsAs, count: chargesAtMost(destination, count - part + 1), mostCharged: message.budget.mostCharged };
}
