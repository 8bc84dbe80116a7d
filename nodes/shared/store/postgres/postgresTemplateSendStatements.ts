import type { TemplateSendStatements } from '../StoreStatements';
import { listOf, NAME_COLUMNS } from './postgresSendStatements';

/**
 * The statements about the templates of a person, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresTemplateSendStatements(schema: string): TemplateSendStatements {
	return {
		// On 1,024 places and in one order, as the locks of send groups; people who share a place only wait for each other.
		lockPeople: `
			SELECT pg_advisory_xact_lock(hashtext('whatsapp-session person'), place)
			FROM (SELECT DISTINCT hashtext(person) & 1023 AS place
				FROM json_array_elements_text($1::json) AS person ORDER BY place) AS places`,
		findTemplateSends: `
			WITH wanted AS (SELECT bsuid, wa_id FROM json_to_recordset($2::json) AS wanted (${NAME_COLUMNS})),
			theirs AS (
				SELECT sends.send_once_key, sends.template_category, sends.claimed_at_ms, sends.phone_number_id
				FROM wanted JOIN ${schema}.sends ON sends.person_bsuid = wanted.bsuid
				WHERE sends.business_account_id = $1 AND sends.status IS DISTINCT FROM 'failed'
				UNION
				SELECT sends.send_once_key, sends.template_category, sends.claimed_at_ms, sends.phone_number_id
				FROM wanted JOIN ${schema}.sends ON sends.person_wa_id = wanted.wa_id
				WHERE sends.business_account_id = $1 AND sends.status IS DISTINCT FROM 'failed'),
			ranked AS (
				SELECT *, row_number() OVER (
					PARTITION BY coalesce(template_category, 'marketing') ORDER BY claimed_at_ms DESC, send_once_key) AS place
				FROM theirs)
			SELECT send_once_key, template_category, claimed_at_ms, phone_number_id FROM ranked WHERE place <= $3
			ORDER BY claimed_at_ms DESC, send_once_key`,
		findLastInbound: `
			WITH wanted AS (SELECT bsuid, wa_id FROM json_to_recordset($1::json) AS wanted (${NAME_COLUMNS})),
			theirs AS (
				SELECT sessions.last_inbound_at_ms AS at_ms, sessions.phone_number_id
				FROM wanted JOIN ${schema}.sessions ON sessions.bsuid = wanted.bsuid
				UNION ALL
				SELECT sessions.last_inbound_at_ms, sessions.phone_number_id
				FROM wanted JOIN ${schema}.sessions ON sessions.wa_id = wanted.wa_id)
			SELECT max(at_ms) AS at_ms FROM theirs WHERE phone_number_id = ${listOf('$2')}`,
	};
}
