import type { Gathering } from '../Gatherings';

/** A row of `gatherings`. */
export interface GatheringRow {
	gathering_id: string;
	receiver: string;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	began_at_ms: number;
	/** Of what was claimed, the end of its lease. */
	due_at_ms: number;
	/** Whether it was claimed, and takes no more messages. */
	is_closed: boolean | number;
	/** JSON text of a list of `{ eventId, event }`. */
	messages: string;
}

/** Gives what a row says. */
export function toGathering({ gathering_id, began_at_ms, messages }: GatheringRow): Gathering {
	return { gatheringId: gathering_id, beganAtMs: Number(began_at_ms), messages: JSON.parse(messages) as Gathering['messages'] };
}
