import type { TemplateSendStatements } from '../StoreStatements';

const NAMES = "SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id";

/** The statements about the templates of a person in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_TEMPLATE_SEND_STATEMENTS: TemplateSendStatements = {
	// BEGIN IMMEDIATE keeps all other writers away.
	lockPeople: '',
	findTemplateSends: `
		WITH wanted AS MATERIALIZED (${NAMES} FROM json_each(?2)),
		theirs AS (
			SELECT sends.send_once_key, sends.template_category, sends.claimed_at_ms, sends.phone_number_id
			FROM wanted CROSS JOIN sends ON sends.person_bsuid = wanted.bsuid
			WHERE sends.business_account_id = ?1 AND sends.status IS NOT 'failed'
			UNION
			SELECT sends.send_once_key, sends.template_category, sends.claimed_at_ms, sends.phone_number_id
			FROM wanted CROSS JOIN sends ON sends.person_wa_id = wanted.wa_id
			WHERE sends.business_account_id = ?1 AND sends.status IS NOT 'failed'),
		ranked AS (
			SELECT *, row_number() OVER (
				PARTITION BY coalesce(template_category, 'marketing') ORDER BY claimed_at_ms DESC, send_once_key) AS place
			FROM theirs)
		SELECT send_once_key, template_category, claimed_at_ms, phone_number_id FROM ranked WHERE place <= ?3
		ORDER BY claimed_at_ms DESC, send_once_key`,
	findLastInbound: `
		WITH wanted AS MATERIALIZED (${NAMES} FROM json_each(?1)),
		theirs AS (
			SELECT sessions.last_inbound_at_ms AS at_ms, sessions.phone_number_id
			FROM wanted CROSS JOIN sessions ON sessions.bsuid = wanted.bsuid
			UNION ALL
			SELECT sessions.last_inbound_at_ms, sessions.phone_number_id
			FROM wanted CROSS JOIN sessions ON sessions.wa_id = wanted.wa_id)
		SELECT max(at_ms) AS at_ms FROM theirs WHERE phone_number_id IN (SELECT value FROM json_each(?2))`,
};
