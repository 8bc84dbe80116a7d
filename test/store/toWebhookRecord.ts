import type { WebhookRecord } from '../../nodes/shared/store/SessionStore';
import { NOON_MS, SECOND_MS } from './instants';

/** What these tests take for the time that a delivery is at work, at the most. */
export const LEASE_MS = 60 * SECOND_MS;

/** Gives a webhook that arrives at noon and says nothing but what it is given. */
export function toWebhookRecord(more: Partial<WebhookRecord> = {}): WebhookRecord {
	const receivedAtMs = more.receivedAtMs ?? NOON_MS;
	return {
		receiver: 'trigger',
		receivedAtMs,
		deliveryId: 'delivery',
		leaseUntilMs: receivedAtMs + LEASE_MS,
		eventIds: [],
		evidence: [],
		statuses: [],
		consent: [],
		renamings: [],
		templateChanges: [],
		...more,
	};
}
