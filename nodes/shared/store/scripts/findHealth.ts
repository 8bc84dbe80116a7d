import type { StoreHealth } from '../Housekeeping';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

// Longer than any request to Meta is waited for.
const UNDER_WAY_MS = 60_000;

interface FactsRow {
	kind: StoreHealth['kind'];
	schema_version: number;
	bytes: number;
	free_bytes: number | null;
	waiting_answers: number;
	undecided_sends: number;
	oldest_undecided_at_ms: number | null;
	late_closings: number;
	watched_at_ms: number | null;
	pruned_at_ms: number | null;
	failed_at_ms: number | null;
	failure: string | null;
}

/** Says how the store is; see `Housekeeping.findHealth`. */
export function* findHealth(atMs: number): SqlScript<StoreHealth> {
	const [facts] = (yield* query<FactsRow>('findStoreFacts', atMs, atMs - UNDER_WAY_MS)) as [FactsRow];
	const counts = yield* query<{ name: string; row_count: number; oldest_at_ms: number | null }>('countRows');
	return {
		kind: facts.kind,
		schemaVersion: facts.schema_version,
		bytes: facts.bytes,
		freeBytes: facts.free_bytes ?? undefined,
		tables: counts.map(({ name, row_count: rows, oldest_at_ms: oldestAtMs }) => ({ name, rows, oldestAtMs: oldestAtMs ?? undefined })),
		waitingAnswers: facts.waiting_answers,
		undecidedSends: facts.undecided_sends,
		oldestUndecidedAtMs: facts.oldest_undecided_at_ms ?? undefined,
		lateClosings: facts.late_closings,
		watchedAtMs: facts.watched_at_ms ?? undefined,
		prunedAtMs: facts.pruned_at_ms ?? undefined,
		pruningFailure: facts.failed_at_ms === null ? undefined : { atMs: facts.failed_at_ms, message: facts.failure ?? '' },
	};
}
