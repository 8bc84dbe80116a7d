import type { ListedSession, SessionPage, SessionQuery } from '../SessionList';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toSession, type SessionRow } from './SessionRow';

interface ListedRow extends SessionRow {
	last_to_bsuid: number | null;
	last_to_wa_id: number | null;
}

/** Gives one page of sessions; see `SessionList.listSessions`. */
export function* listSessions({ phoneNumberIds, fromMs, untilMs, order, after, limit }: SessionQuery): SqlScript<SessionPage> {
	if (phoneNumberIds.length === 0 || limit < 1) return { listed: [] };
	// No session has the number -1: a page begins before the first one of its instant.
	const { lastInboundAtMs, sessionId } = after ?? { lastInboundAtMs: order === 'oldestFirst' ? fromMs : untilMs, sessionId: -1 };
	const rows =
		order === 'oldestFirst'
			? yield* query<ListedRow>('listSessionsOldestFirst', phoneNumberIds, lastInboundAtMs, sessionId, untilMs, limit)
			: yield* query<ListedRow>('listSessionsNewestFirst', phoneNumberIds, lastInboundAtMs, sessionId, fromMs, limit);
	const last = rows.length < limit ? undefined : rows.at(-1);
	return {
		listed: rows.map(toListed),
		...(last && { next: { lastInboundAtMs: Number(last.last_inbound_at_ms), sessionId: last.session_id } }),
	};
}

function toListed({ last_to_bsuid, last_to_wa_id, ...row }: ListedRow): ListedSession {
	const lastAnswerAtMs = Math.max(last_to_bsuid ?? 0, last_to_wa_id ?? 0);
	return { session: toSession(row), ...(lastAnswerAtMs > 0 && { lastAnswerAtMs }) };
}
