import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Events that one receiver has handled. */
export interface Acknowledgement {
	receiver: string;
	eventIds: string[];
	/** Epoch milliseconds, UTC. */
	atMs: number;
}

/** Marks events as handled; see `SessionStore.acknowledgeEvents`. Of two acknowledgements of one event the first counts. */
export function* acknowledgeEvents(acknowledgements: Acknowledgement[]): SqlScript<void> {
	const seen = new Set<string>();
	const rows = acknowledgements.map(({ receiver, eventIds, atMs }) => ({
		receiver,
		at_ms: atMs,
		event_ids: eventIds.filter((eventId) => {
			const name = JSON.stringify([receiver, eventId]);
			return !seen.has(name) && seen.add(name);
		}),
	}));
	const named = rows.filter(({ event_ids }) => event_ids.length > 0);
	if (named.length > 0) yield* query('acknowledgeEvents', named);
}
