import type { ClosingBatch, ClosingClaim } from '../ClosingAlarms';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toSession, type SessionRow } from './SessionRow';

const WINDOW_MS = 24 * 60 * 60 * 1000;
/** Later than that nobody wants to know that a window has closed. */
const LONGEST_ABSENCE_MS = 7 * WINDOW_MS;

/** Claims the next batch for an alarm; see `ClosingAlarms.claimClosings`. */
export function* claimClosings(claim: ClosingClaim): SqlScript<ClosingBatch | undefined> {
	const { alarm, atMs, leaseUntilMs } = claim;
	const [earlier] = yield* query<{ batch_id: string }>('takeOverClosings', alarm, atMs, leaseUntilMs);
	if (earlier) return yield* findBatch(claim, earlier.batch_id);
	return (yield* claimNew(claim)) ? yield* findBatch(claim, claim.batchId) : undefined;
}

function* claimNew(claim: ClosingClaim): SqlScript<boolean> {
	const { alarm, batchId, leaseUntilMs, atMs, dueInboundMs, onlyUnanswered, limit, phoneNumberIds } = claim;
	const [watch] = yield* query<{ watched_at_ms: number }>('findClosingWatch', alarm);
	const watchedAtMs = Math.max(Math.min(watch?.watched_at_ms ?? atMs, atMs), atMs - LONGEST_ABSENCE_MS);
	const fromMs = watchedAtMs - WINDOW_MS;
	const wanted = [fromMs, dueInboundMs, Number(onlyUnanswered), limit, phoneNumberIds] as const;
	const claimed = yield* query('claimClosings', alarm, batchId, leaseUntilMs, ...wanted);
	// What is left of a full batch must still be found after a long absence.
	if (claimed.length < limit) yield* query('saveClosingWatch', alarm, atMs);
	return claimed.length > 0;
}

function* findBatch({ alarm, onlyUnanswered }: ClosingClaim, batchId: string): SqlScript<ClosingBatch> {
	const rows = yield* query<SessionRow>('findClaimedClosings', alarm, batchId, Number(onlyUnanswered));
	return { batchId, sessions: rows.map(toSession) };
}
