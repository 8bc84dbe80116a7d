import { recordSessionEvidence } from '../../domain/recordSessionEvidence';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import { namesOf } from './namesOf';
import type { StoredSession } from './SessionRow';

/** A user ID and a number that belong together. */
interface Pair {
	bsuid: string;
	wa_id: string;
}

/** What batches of evidence do to the sessions on record. */
export interface EvidenceOutcome {
	/** Sessions that are not as they were, and behind them new ones: their rows must not take the number of one that is written anew. */
	changed: StoredSession[];
	/** Sessions on record that merged into another one. */
	merged: StoredSession[];
	/** Names that belong together since one of the batches. */
	pairs: Pair[];
}

/**
 * Works out what batches of evidence do, one after the other, without a database.
 *
 * Not all at once: a batch is read from the oldest evidence to the newest, and what counts of it may depend on what was recorded before.
 *
 * @param known - every session on record that shares a phone number ID and a name with any of the evidence
 */
export function addInTurn(known: StoredSession[], batches: SessionEvidence[][]): EvidenceOutcome {
	const holders = new Map<string, StoredSession>();
	const enter = (session: StoredSession) => namesOfSession(session).forEach((name) => holders.set(name, session));
	const leave = (session: StoredSession) => namesOfSession(session).forEach((name) => holders.delete(name));
	const merged: StoredSession[] = [];
	const pairs: Pair[] = [];
	known.forEach(enter);
	for (const evidence of batches) {
		const touched = [...new Set(evidence.flatMap((item) => namesOf(item).flatMap((name) => holders.get(name) ?? [])))];
		const change: { sessions: StoredSession[]; merged: StoredSession[] } = recordSessionEvidence(touched, evidence);
		merged.push(...change.merged.filter((session) => !isNew(session)));
		pairs.push(...newPairs(touched, change.sessions));
		touched.forEach(leave);
		change.sessions.forEach(enter);
	}
	const untouched = new Set(known);
	const changed = [...new Set(holders.values())].filter((session) => !untouched.has(session));
	return { changed: changed.toSorted((one, other) => Number(isNew(one)) - Number(isNew(other))), merged, pairs };
}

function namesOfSession(session: StoredSession): string[] {
	return namesOf({ phoneNumberId: session.phoneNumberId, user: session });
}

function isNew({ sessionId }: StoredSession): boolean {
	return sessionId === undefined;
}

function newPairs(known: StoredSession[], sessions: StoredSession[]): Pair[] {
	const before = new Set(known.map(({ bsuid, waId }) => JSON.stringify([bsuid, waId])));
	return sessions.flatMap(({ bsuid, waId }) => (bsuid && waId && !before.has(JSON.stringify([bsuid, waId])) ? [{ bsuid, wa_id: waId }] : []));
}
