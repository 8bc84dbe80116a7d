import type { Gathering, GatheringClaim } from '../Gatherings';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toGathering, type GatheringRow } from './GatheringRow';

/** Claims what is complete; see `Gatherings.claimGatherings`. */
export function* claimGatherings({ receiver, atMs, leaseUntilMs, limit }: GatheringClaim): SqlScript<Gathering[]> {
	const rows = yield* query<GatheringRow>('claimGatherings', receiver, atMs, leaseUntilMs, limit);
	return rows.map(toGathering).sort((one, other) => one.beganAtMs - other.beganAtMs || (one.gatheringId < other.gatheringId ? -1 : 1));
}
