import { query } from '../query';
import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { releaseEvents } from './releaseEvents';

/** The columns of an event after the attempt to lease it. */
interface EventRow {
	receiver: string;
	event_id: string;
	acknowledged_at_ms: number | null;
	leased_by: string | null;
}

type Holders = Map<string, string | null>;

/**
 * Leases the events of webhooks to their deliveries: those that nobody has acknowledged and no other delivery is at work on.
 *
 * All events of a webhook or none: a delivery that has to wait for one event is repeated as a whole.
 *
 * @param records - of which no two name the same event
 * @returns the receipt of each
 */
export function* leaseEvents(records: WebhookRecord[]): SqlScript<WebhookReceipt[]> {
	const rows = records.filter(({ eventIds }) => eventIds.length > 0).map(toLeaseRow);
	const leases = rows.length > 0 ? yield* query<EventRow>('leaseEvents', rows) : [];
	const holders: Holders = new Map(leases.filter(isOpen).map((row) => [nameOf(row.receiver, row.event_id), row.leased_by]));
	const receipts: WebhookReceipt[] = [];
	for (const record of records) receipts.push(yield* toReceipt(record, holders));
	return receipts;
}

function* toReceipt({ receiver, deliveryId, eventIds }: WebhookRecord, holders: Holders): SqlScript<WebhookReceipt> {
	const open = [...new Set(eventIds)].filter((eventId) => holders.has(nameOf(receiver, eventId)));
	const underWay = open.filter((eventId) => holders.get(nameOf(receiver, eventId)) !== deliveryId);
	if (underWay.length === 0) return { leased: open, underWay };
	yield* releaseEvents(receiver, deliveryId, open);
	return { leased: [], underWay };
}

function toLeaseRow({ receiver, deliveryId, receivedAtMs, leaseUntilMs, eventIds }: WebhookRecord) {
	return {
		receiver,
		received_at_ms: receivedAtMs,
		leased_by: deliveryId,
		leased_until_ms: leaseUntilMs,
		event_ids: [...new Set(eventIds)],
	};
}

function nameOf(receiver: string, eventId: string): string {
	return `${eventId} ${receiver}`;
}

function isOpen({ acknowledged_at_ms }: EventRow): boolean {
	return acknowledged_at_ms === null;
}
