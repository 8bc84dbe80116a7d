import type { SessionRow, StoredSession } from './SessionRow';

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
	};
}
