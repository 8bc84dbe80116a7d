import type { Session, SessionKey } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toSession, type SessionRow } from './SessionRow';
import { toKeyRow } from './toKeyRow';

/** Looks sessions up in one statement; see `SessionStore.findSessions`. */
export function* findSessions(keys: SessionKey[]): SqlScript<Array<Session | undefined>> {
	const answers = new Array<Session | undefined>(keys.length).fill(undefined);
	if (keys.length === 0) return answers;
	const rows = yield* query<SessionRow & { position: number }>('findSessions', keys.map(toKeyRow));
	for (const row of rows) answers[row.position] = toSession(row);
	return answers;
}
