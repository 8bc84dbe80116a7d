import type { Conversation } from '../../domain/Conversation';
import { newestInstantOf } from '../../domain/mergeConversations';
import type { Session } from '../../domain/Session';

/** The columns of a session, alike in every database. */
export interface SessionRow {
	session_id: number;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	last_inbound_at_ms: number | null;
	closed_by_platform_at_ms: number | null;
	referral_at_ms: number | null;
	answered_at_ms: number | null;
	free_said_at_ms: number | null;
	free_until_ms: number | null;
	renamed_at_ms: number | null;
	identified_at_ms: number | null;
	last_answer_at_ms: number | null;
	/** JSON of a `Conversation`. */
	conversation: string | null;
	/** The newest instant in it, so that it is not forgotten before. */
	conversation_at_ms: number | null;
}

/** A session with the number of its row; without one it is new. */
export interface StoredSession extends Session {
	sessionId?: number;
}

/** Reads a session from its columns; null becomes undefined. */
export function toSession(row: Omit<SessionRow, 'session_id' | 'conversation_at_ms'>): Session {
	return {
		phoneNumberId: row.phone_number_id,
		bsuid: row.bsuid ?? undefined,
		waId: row.wa_id ?? undefined,
		lastInboundAtMs: row.last_inbound_at_ms ?? undefined,
		closedByPlatformAtMs: row.closed_by_platform_at_ms ?? undefined,
		referralAtMs: row.referral_at_ms ?? undefined,
		answeredAtMs: row.answered_at_ms ?? undefined,
		freeSaidAtMs: row.free_said_at_ms ?? undefined,
		freeUntilMs: row.free_until_ms ?? undefined,
		renamedAtMs: row.renamed_at_ms ?? undefined,
		identifiedAtMs: row.identified_at_ms ?? undefined,
		lastAnswerAtMs: row.last_answer_at_ms ?? undefined,
		...(row.conversation && { conversation: JSON.parse(row.conversation) as Conversation }),
	};
}

/** Writes a session into its columns; undefined becomes null, and a new session has no number yet. */
export function toSessionRow(session: StoredSession): Omit<SessionRow, 'session_id'> & { session_id: number | null } {
	return {
		session_id: session.sessionId ?? null,
		phone_number_id: session.phoneNumberId,
		bsuid: session.bsuid ?? null,
		wa_id: session.waId ?? null,
		last_inbound_at_ms: session.lastInboundAtMs ?? null,
		closed_by_platform_at_ms: session.closedByPlatformAtMs ?? null,
		referral_at_ms: session.referralAtMs ?? null,
		answered_at_ms: session.answeredAtMs ?? null,
		free_said_at_ms: session.freeSaidAtMs ?? null,
		free_until_ms: session.freeUntilMs ?? null,
		renamed_at_ms: session.renamedAtMs ?? null,
		identified_at_ms: session.identifiedAtMs ?? null,
		last_answer_at_ms: session.lastAnswerAtMs ?? null,
		conversation: session.conversation ? JSON.stringify(session.conversation) : null,
		conversation_at_ms: session.conversation ? newestInstantOf(session.conversation) : null,
	};
}
