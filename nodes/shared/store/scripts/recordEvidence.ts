import type { SessionEvidence } from '../../domain/SessionEvidence';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { addInTurn } from './addInTurn';
import { joinNames } from './joinNames';
import { toSession, toSessionRow, type SessionRow, type StoredSession } from './SessionRow';
import { toKeyRow } from './toKeyRow';

/** Adds evidence to the sessions it touches; see `recordSessionEvidence`. */
export function* recordEvidence(evidence: SessionEvidence[]): SqlScript<void> {
	yield* recordEvidenceInTurn([evidence]);
}

/**
 * Adds one batch of evidence after the other, as {@link recordEvidence} would, in the statements of a single one.
 *
 * @param check - is given the sessions on record before anything is changed
 */
export function* recordEvidenceInTurn(batches: SessionEvidence[][], check?: (known: StoredSession[]) => void): SqlScript<void> {
	const evidence = batches.flat();
	if (evidence.length === 0) return;
	const rows = yield* query<SessionRow>('loadSessions', evidence.map(toKeyRow));
	const known: StoredSession[] = rows.map((row) => ({ ...toSession(row), sessionId: row.session_id }));

	check?.(known);
	const { changed, merged, pairs } = addInTurn(known, batches);
	// A name that passes from one session to another is unique at every moment only if its old holder goes first.
	const removed = [...merged, ...renamed(known, changed)];
	if (removed.length > 0) yield* query('removeSessions', removed.map(({ sessionId }) => sessionId));
	if (changed.length > 0) yield* query('saveSessions', changed.map(toSessionRow));
	yield* joinNames(pairs);
}

function renamed(known: StoredSession[], changed: StoredSession[]): StoredSession[] {
	const before = new Map(known.map((session) => [session.sessionId, session]));
	return changed.filter((session) => {
		const previous = before.get(session.sessionId);
		return previous && (previous.bsuid !== session.bsuid || previous.waId !== session.waId);
	});
}
