import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Lets leases last longer; see `Gatherings.renewGatherings`. */
export function* renewGatherings(gatheringIds: string[], leaseUntilMs: number): SqlScript<void> {
	if (gatheringIds.length > 0) yield* query('renewGatherings', leaseUntilMs, gatheringIds);
}

/** Forgets what was handed over; see `Gatherings.removeGatherings`. */
export function* removeGatherings(gatheringIds: string[]): SqlScript<void> {
	if (gatheringIds.length > 0) yield* query('removeGatherings', gatheringIds);
}
