import type { SessionKey } from '../../../nodes/shared/domain/Session.ts';

export const PHONE_NUMBER_ID = '106540352242922';
export const BUSINESS_ACCOUNT_ID = '102290129340398';

const FIRST_NUMBER = 12_000_000_000;
const FIRST_USER_ID = 10_000_000_000_000;

/** Person `n`: every other one is on record with both names, the others by number alone. */
export function samplePerson(n: number): SessionKey {
	const waId = String(FIRST_NUMBER + n);
	return { phoneNumberId: PHONE_NUMBER_ID, user: n % 2 === 0 ? { bsuid: `US.${FIRST_USER_ID + n}`, waId } : { waId } };
}

/** The sessions of people `n` in the words that SQLite and Postgres share. @param series - gives `n` */
export function sessionsSql(series: string, nowMs: number): string {
	return `INSERT INTO sessions (phone_number_id, wa_id, bsuid, last_inbound_at_ms, identified_at_ms)
		SELECT '${PHONE_NUMBER_ID}', CAST(${FIRST_NUMBER} + n AS TEXT), CASE WHEN n % 2 = 0 THEN 'US.' || CAST(${FIRST_USER_ID} + n AS TEXT) END,
			${nowMs} - n % 100000 * 1000, CASE WHEN n % 2 = 0 THEN ${nowMs} - n % 100000 * 1000 END
		FROM ${series}`;
}

/** What every tenth of them has said about marketing. */
export const CONSENT_SQL = `INSERT INTO consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence)
	SELECT '${BUSINESS_ACCOUNT_ID}', wa_id, 'marketing', 'optedIn', 1000, 'form', '' FROM sessions WHERE session_id % 10 = 0`;
