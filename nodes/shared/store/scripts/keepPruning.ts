import { query } from '../query';
import type { SqlScript } from '../SqlScript';

// A process that dies meanwhile keeps the others from pruning for this long.
const LEASE_MS = 10 * 60 * 1_000;

/** Says whether this process is to prune now: nobody else is at it, and it was not done within the interval. */
export function* claimPruning(atMs: number, intervalMs: number): SqlScript<boolean> {
	const claimed = yield* query('claimPruning', atMs, atMs + LEASE_MS, atMs - intervalMs);
	return claimed.length > 0;
}

/** Notes that the pruning is done, or why it failed. */
export function* settlePruning(atMs: number, failure?: string): SqlScript<void> {
	if (failure === undefined) yield* query('finishPruning', atMs);
	else yield* query('failPruning', atMs, failure);
}
