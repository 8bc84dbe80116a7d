import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Counts the conversations of other responders; see `SessionList.countOwnedElsewhere`. */
export function* countOwnedElsewhere(phoneNumberIds: string[], sinceMs: number): SqlScript<number> {
	const [row] = yield* query<{ row_count: number }>('countOwnedElsewhere', phoneNumberIds, sinceMs);
	return Number(row?.row_count ?? 0);
}
