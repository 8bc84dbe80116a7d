import { query } from '../query';
import { acknowledgeEvents } from '../scripts/acknowledgeEvents';
import type { SqlRow, SqlScript } from '../SqlScript';

/**
 * Adds messages that are being combined, each group once: when it has been handed over and removed, the next move brings it no more. That it
 * was moved is on record among the events that its trigger has handled, for as long.
 */
export function* mergeGatherings(rows: SqlRow[]): SqlScript<void> {
	yield* query('mergeGatherings', rows);
	yield* acknowledgeEvents(rows.map((row) => ({ receiver: String(row.receiver), eventIds: [markOf(row)], atMs: Number(row.due_at_ms) })));
}

/** Under which name it is on record that a group was moved; no event has one like it. */
export function markOf({ gathering_id }: SqlRow): string {
	return `moved gathering ${String(gathering_id)}`;
}
