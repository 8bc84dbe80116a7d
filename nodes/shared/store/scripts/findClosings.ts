import type { Session } from '../../domain/Session';
import type { ClosingQuery } from '../ClosingAlarms';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toSession, type SessionRow } from './SessionRow';

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** Finds people whose windows are open; see `ClosingAlarms.findClosings`. */
export function* findClosings({ atMs, dueInboundMs, onlyUnanswered, limit, phoneNumberIds }: ClosingQuery): SqlScript<Session[]> {
	const wanted = [atMs - WINDOW_MS, dueInboundMs, Number(onlyUnanswered), limit, phoneNumberIds] as const;
	const rows = yield* query<SessionRow>('findClosings', ...wanted);
	return rows.map(toSession);
}
