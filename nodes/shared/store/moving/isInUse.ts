import { RETENTION } from '../../domain/retention';
import type { SqlRow } from '../SqlScript';
import type { MovedTableName } from './movedTables';

/** Twice as long as a process holds messages that it hands over: whoever was at work on them has died, or looks elsewhere. */
const AT_REST_AFTER_MS = 2 * 60_000;

/**
 * Says whether a row belongs to a process that is at work on it in the store it is in.
 *
 * That is so of messages that are being combined: their trigger hands them over within seconds, and they are gone then. A copy of them would
 * be handed over once more, and one that has got a message meanwhile would lose it. When their trigger uses the other store they lie
 * still, and move.
 *
 * @param atMs - now; epoch milliseconds, UTC
 */
export function isInUse(name: MovedTableName, row: SqlRow, atMs: number): boolean {
	return name === 'gatherings' && Number(row.due_at_ms) > atMs - AT_REST_AFTER_MS;
}

/** Says whether a row is kept no longer. Messages that should have been combined then start nothing: that they were moved before is forgotten as well. */
export function isOver(name: MovedTableName, row: SqlRow, atMs: number): boolean {
	return name === 'gatherings' && Number(row.due_at_ms) <= atMs - RETENTION.webhookMs;
}
