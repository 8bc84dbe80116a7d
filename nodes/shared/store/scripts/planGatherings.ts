import type { GatheredMessage, GatheringDelivery } from '../Gatherings';
import type { GatheringRow } from './GatheringRow';
import { OpenGatherings } from './OpenGatherings';

/**
 * Says what becomes of messages that arrive: which of what is being gathered they join, and what begins with them.
 *
 * @param open - what is being gathered of their people, the oldest first
 * @param messages - those of the delivery that nobody has had
 * @returns the rows that are new or have changed
 */
export function planGatherings(open: GatheringRow[], messages: GatheredMessage[], { receiver, deliveryId, atMs, limits }: GatheringDelivery): GatheringRow[] {
	const gatherings = new OpenGatherings(atMs, limits);
	for (const row of open) gatherings.add(row);
	let begun = 0;
	for (const message of messages) {
		const joined = gatherings.find(message) ?? gatherings.add(begin(message, receiver, `${deliveryId} ${begun++}`, atMs));
		gatherings.join(joined, message);
	}
	return gatherings.changed();
}

function begin({ phoneNumberId, user }: GatheredMessage, receiver: string, gathering_id: string, atMs: number): GatheringRow {
	const names = { bsuid: user.bsuid ?? null, wa_id: user.waId ?? null };
	return { gathering_id, receiver, phone_number_id: phoneNumberId, ...names, began_at_ms: atMs, due_at_ms: atMs, is_closed: false, messages: '[]' };
}
