import { mergePrices } from '../mergePrices';
import type { MessageStatus } from '../MessageStatus';
import type { MessageUsage } from './MessageUsage';

const ARRIVED = ['delivered', 'read', 'played'];

/**
 * Says of each message what its statuses count for, each message once, in whatever order they came and however often.
 *
 * A message is sent at the earliest instant of any of them, and delivered at the earliest one that says that it arrived: `delivered` may be
 * missing where it was read at once. What failed counts for nothing.
 *
 * A message to a group is charged for each member that it is delivered to, and so it counts as one message for each of them. That it was sent to
 * the group counts for nothing: nobody says how many members there are.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-14)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/pricing (dated 2026-05-21)
 */
export function toMessageUsage(statuses: MessageStatus[]): MessageUsage[] {
	const usages = new Map<string, MessageUsage>();
	for (const { messageId, phoneNumberId, status, atMs, price, groupId, participantId } of statuses) {
		const isDelivered = ARRIVED.includes(status);
		if (!isDelivered && (status !== 'sent' || (groupId !== undefined && participantId === undefined))) continue;
		const key = JSON.stringify([messageId, participantId]);
		const known = usages.get(key);
		const deliveredAtMs = earliest(known?.deliveredAtMs, isDelivered ? atMs : undefined);
		const merged = mergePrices(known?.price, price);
		usages.set(key, {
			messageId,
			...(participantId !== undefined && { participantId }),
			phoneNumberId,
			sentAtMs: Math.min(known?.sentAtMs ?? atMs, atMs),
			...(deliveredAtMs !== undefined && { deliveredAtMs }),
			...(merged && { price: merged }),
		});
	}
	return [...usages.values()];
}

function earliest(one: number | undefined, other: number | undefined): number | undefined {
	return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
