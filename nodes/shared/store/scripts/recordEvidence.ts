import { recordSessionEvidence } from '../../domain/recordSessionEvidence';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { joinNames } from './joinNames';
import { toSession, toSessionRow, type SessionRow, type StoredSession } from './SessionRow';
import { toKeyRow } from './toKeyRow';

/** Adds evidence to the sessions it touches; see `recordSessionEvidence`. */
export function* recordEvidence(evidence: SessionEvidence[]): SqlScript<void> {
	if (evidence.length === 0) return;
	const keys = evidence.map(toKeyRow);
	const rows = yield* query<SessionRow>('loadSessions', keys);
	const known: StoredSession[] = rows.map((row) => ({ ...toSession(row), sessionId: row.session_id }));

	const change: { sessions: StoredSession[]; merged: StoredSession[] } = recordSessionEvidence(known, evidence);
	const untouched = new Set(known);
	const changed = change.sessions.filter((session) => !untouched.has(session));
	// A name that passes from one session to another is unique at every moment only if its old holder goes first.
	const removed = [...change.merged, ...renamed(known, changed)];
	if (removed.length > 0) yield* query('removeSessions', removed.map(({ sessionId }) => sessionId));
	if (changed.length > 0) yield* query('saveSessions', changed.map(toSessionRow));
	yield* joinNames(newPairs(known, changed));
}

function newPairs(known: StoredSession[], changed: StoredSession[]): Array<{ bsuid: string; wa_id: string }> {
	const before = new Set(known.map(({ bsuid, waId }) => JSON.stringify([bsuid, waId])));
	return changed.flatMap(({ bsuid, waId }) => (bsuid && waId && !before.has(JSON.stringify([bsuid, waId])) ? [{ bsuid, wa_id: waId }] : []));
}

function renamed(known: StoredSession[], changed: StoredSession[]): StoredSession[] {
	const before = new Map(known.map((session) => [session.sessionId, session]));
	return changed.filter((session) => {
		const previous = before.get(session.sessionId);
		return previous && (previous.bsuid !== session.bsuid || previous.waId !== session.waId);
	});
}
