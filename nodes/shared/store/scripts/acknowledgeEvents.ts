import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Marks events as handled; see `SessionStore.acknowledgeEvents`. */
export function* acknowledgeEvents(receiver: string, eventIds: string[], atMs: number): SqlScript<void> {
	if (eventIds.length > 0) yield* query('acknowledgeEvents', receiver, atMs, [...new Set(eventIds)]);
}
