import { query } from '../query';
import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { releaseEvents } from './releaseEvents';

/** The columns of an event after the attempt to lease it. */
interface EventRow {
	event_id: string;
	acknowledged_at_ms: number | null;
	leased_by: string | null;
}

/**
 * Leases the events of a webhook to its delivery: those that nobody has acknowledged and no other delivery is at work on.
 *
 * All of them or none: a delivery that has to wait for one event is repeated as a whole.
 */
export function* leaseEvents(record: WebhookRecord): SqlScript<WebhookReceipt> {
	const { receiver, deliveryId, receivedAtMs, leaseUntilMs } = record;
	const eventIds = [...new Set(record.eventIds)];
	if (eventIds.length === 0) return { leased: [], underWay: [] };
	const rows = yield* query<EventRow>('leaseEvents', receiver, receivedAtMs, deliveryId, leaseUntilMs, eventIds);
	const holders = new Map(rows.filter(isOpen).map(({ event_id, leased_by }) => [event_id, leased_by]));
	const open = eventIds.filter((eventId) => holders.has(eventId));
	const underWay = open.filter((eventId) => holders.get(eventId) !== deliveryId);
	if (underWay.length === 0) return { leased: open, underWay };
	yield* releaseEvents(receiver, deliveryId, open);
	return { leased: [], underWay };
}

function isOpen({ acknowledged_at_ms }: EventRow): boolean {
	return acknowledged_at_ms === null;
}
