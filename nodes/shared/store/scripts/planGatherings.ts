import { gatheringDueAtMs, mayJoinGathering } from '../../domain/gathering';
import type { GatheredMessage, GatheringDelivery } from '../Gatherings';
import { toGathering, type GatheringRow } from './GatheringRow';

/**
 * Says what becomes of messages that arrive: which of what is being gathered they join, and what begins with them.
 *
 * @param open - what is being gathered of their people
 * @param messages - those of the delivery that nobody has had
 * @returns the rows that are new or have changed
 */
export function planGatherings(open: GatheringRow[], messages: GatheredMessage[], { receiver, deliveryId, atMs, limits }: GatheringDelivery): GatheringRow[] {
	const rows = [...open];
	const changed = new Set<string>();
	for (const message of messages) {
		const index = rows.findLastIndex((row) => isOf(row, message) && mayJoinGathering(toState(row), atMs, limits));
		const known = rows[index] ?? begin(message, receiver, `${deliveryId} ${changed.size}`, atMs);
		const row = withMessage(known, message, atMs, limits);
		if (index < 0) rows.push(row);
		else rows[index] = row;
		changed.add(row.gathering_id);
	}
	return rows.filter(({ gathering_id }) => changed.has(gathering_id));
}

/** A number that has passed to somebody else is another person's. */
function isOf(row: GatheringRow, { phoneNumberId, user }: GatheredMessage): boolean {
	if (row.phone_number_id !== phoneNumberId) return false;
	return row.bsuid !== null && user.bsuid !== undefined ? row.bsuid === user.bsuid : row.wa_id !== null && row.wa_id === user.waId;
}

function toState(row: GatheringRow) {
	return { beganAtMs: Number(row.began_at_ms), dueAtMs: Number(row.due_at_ms), messages: toGathering(row).messages };
}

function begin({ phoneNumberId, user }: GatheredMessage, receiver: string, gathering_id: string, atMs: number): GatheringRow {
	const names = { bsuid: user.bsuid ?? null, wa_id: user.waId ?? null };
	return { gathering_id, receiver, phone_number_id: phoneNumberId, ...names, began_at_ms: atMs, due_at_ms: atMs, is_closed: false, messages: '[]' };
}

function withMessage(row: GatheringRow, { eventId, event, user }: GatheredMessage, atMs: number, limits: GatheringDelivery['limits']): GatheringRow {
	const messages = [...toGathering(row).messages, { eventId, event }];
	const due_at_ms = gatheringDueAtMs(Number(row.began_at_ms), messages.length, atMs, limits);
	return { ...row, bsuid: row.bsuid ?? user.bsuid ?? null, wa_id: row.wa_id ?? user.waId ?? null, due_at_ms, messages: JSON.stringify(messages) };
}
