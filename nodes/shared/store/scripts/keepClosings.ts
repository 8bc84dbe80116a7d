import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Lets an alarm begin; see `ClosingAlarms.beginClosings`. */
export function* beginClosings(alarm: string, atMs: number): SqlScript<void> {
	yield* query('saveClosingWatch', alarm, atMs);
}

/** Lets leases last longer; see `ClosingAlarms.renewClosings`. */
export function* renewClosings(batchIds: string[], leaseUntilMs: number): SqlScript<void> {
	if (batchIds.length > 0) yield* query('renewClosings', leaseUntilMs, batchIds);
}

/** Marks batches as handed over; see `ClosingAlarms.acknowledgeClosings`. */
export function* acknowledgeClosings(batchIds: string[]): SqlScript<void> {
	if (batchIds.length > 0) yield* query('acknowledgeClosings', batchIds);
}
