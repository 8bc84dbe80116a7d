import type { SessionPage, SessionQuery } from '../SessionList';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toSession, type SessionRow } from './SessionRow';

/** Gives one page of sessions; see `SessionList.listSessions`. */
export function* listSessions({ phoneNumberIds, fromMs, untilMs, order, after, limit }: SessionQuery): SqlScript<SessionPage> {
	if (phoneNumberIds.length === 0 || limit < 1) return { sessions: [] };
	// No session has the number -1: a page begins before the first one of its instant.
	const { lastInboundAtMs, sessionId } = after ?? { lastInboundAtMs: order === 'oldestFirst' ? fromMs : untilMs, sessionId: -1 };
	const rows =
		order === 'oldestFirst'
			? yield* query<SessionRow>('listSessionsOldestFirst', phoneNumberIds, lastInboundAtMs, sessionId, untilMs, limit)
			: yield* query<SessionRow>('listSessionsNewestFirst', phoneNumberIds, lastInboundAtMs, sessionId, fromMs, limit);
	const last = rows.length < limit ? undefined : rows.at(-1);
	return {
		sessions: rows.map(toSession),
		...(last && { next: { lastInboundAtMs: Number(last.last_inbound_at_ms), sessionId: last.session_id } }),
	};
}
