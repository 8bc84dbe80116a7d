import type { Session } from '../../domain/Session';
import type { SessionRow } from './SessionRow';

/** Reads a session from its columns; null becomes undefined. */
export function toSession(row: Omit<SessionRow, 'session_id'>): Session {
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
	};
}
