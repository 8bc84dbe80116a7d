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
}

/** A session with the number of its row; without one it is new. */
export interface StoredSession extends Session {
	sessionId?: number;
}
