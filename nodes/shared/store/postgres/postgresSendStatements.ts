import type { SendStatements } from '../StoreStatements';

/** The columns of a person's names, in a list of objects. */
export const NAME_COLUMNS = 'bsuid text, wa_id text';

/** The columns of statuses, from a list of them. */
export const STATUSES = `json_to_recordset($1::json) AS notice (message_id text, status text, at_ms bigint, error_codes text,
	price text, business_account_id text)`;

/** Looks for one of a list. As an array it is a constant to the planner, which then always takes the index. */
export const listOf = (parameter: string) => `ANY (ARRAY(SELECT json_array_elements_text(${parameter}::json)))`;

/**
 * The statements about sends, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresSendStatements(schema: string): SendStatements {
	return {
		// A status and its send may come on record at the same moment, in two transactions that do not see each other.
		// Locks are on 1,024 places, since a webhook can name a thousand messages and Postgres has room for few locks more;
		// they are taken in one order. Messages that share a place only wait for each other.
		lockMessages: `
			SELECT pg_advisory_xact_lock(hashtext('whatsapp-session message'), place)
			FROM (SELECT DISTINCT hashtext(message_id) & 1023 AS place
				FROM json_array_elements_text($1::json) AS message_id ORDER BY place) AS places`,
		findSendsByMessageId: `SELECT * FROM ${schema}.sends WHERE message_id = ${listOf('$1')}`,
		findSendsByKey: `SELECT * FROM ${schema}.sends WHERE send_once_key = ${listOf('$1')}`,
		lockSendGroups: `
			SELECT pg_advisory_xact_lock(hashtext('whatsapp-session send group'), place)
			FROM (SELECT DISTINCT hashtext(send_group) & 1023 AS place
				FROM json_array_elements_text($1::json) AS send_group ORDER BY place) AS places`,
		findOtherNames: `
			WITH wanted AS (SELECT bsuid, wa_id FROM json_to_recordset($2::json) AS wanted (${NAME_COLUMNS}))
			SELECT sessions.bsuid, sessions.wa_id FROM wanted JOIN ${schema}.sessions ON sessions.bsuid = wanted.bsuid
			UNION
			SELECT sessions.bsuid, sessions.wa_id FROM wanted JOIN ${schema}.sessions ON sessions.wa_id = wanted.wa_id
			UNION
			SELECT renamings.bsuid, renamings.wa_id FROM wanted JOIN ${schema}.renamings
				ON renamings.previous_bsuid = wanted.bsuid AND renamings.business_account_id = $1
			UNION
			SELECT renamings.bsuid, renamings.wa_id FROM wanted JOIN ${schema}.renamings
				ON renamings.previous_wa_id = wanted.wa_id AND renamings.business_account_id = $1
			UNION
			SELECT renamings.previous_bsuid, renamings.previous_wa_id FROM wanted JOIN ${schema}.renamings
				ON renamings.bsuid = wanted.bsuid AND renamings.business_account_id = $1
			UNION
			SELECT renamings.previous_bsuid, renamings.previous_wa_id FROM wanted JOIN ${schema}.renamings
				ON renamings.wa_id = wanted.wa_id AND renamings.business_account_id = $1`,
		findSendsOfPerson: `
			WITH wanted AS (SELECT bsuid, wa_id FROM json_to_recordset($4::json) AS wanted (${NAME_COLUMNS})),
			theirs AS (
				SELECT sends.* FROM wanted JOIN ${schema}.sends ON sends.send_group IN ($1, $2) AND sends.person_bsuid = wanted.bsuid
				UNION
				SELECT sends.* FROM wanted JOIN ${schema}.sends ON sends.send_group IN ($1, $2) AND sends.person_wa_id = wanted.wa_id)
			SELECT * FROM theirs WHERE (send_group = $1 OR phone_number_id = $3) AND status IS DISTINCT FROM 'failed'`,
		nameSends: `
			UPDATE ${schema}.sends SET person_bsuid = pair.bsuid
			FROM json_to_recordset($1::json) AS pair (${NAME_COLUMNS})
			WHERE sends.person_wa_id = pair.wa_id AND sends.person_bsuid IS NULL`,
		nameConsent: `
			INSERT INTO ${schema}.consent_entries (business_account_id, bsuid, category, state, at_ms, source, evidence, wording)
			SELECT entry.business_account_id, pair.bsuid, entry.category, entry.state, entry.at_ms, entry.source, entry.evidence, entry.wording
			FROM json_to_recordset($1::json) AS pair (${NAME_COLUMNS})
			JOIN ${schema}.consent_entries AS entry ON entry.wa_id = pair.wa_id AND entry.bsuid IS NULL
			ON CONFLICT DO NOTHING`,
		nameOptOuts: `
			INSERT INTO ${schema}.consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence, wording)
			SELECT entry.business_account_id, pair.wa_id, entry.category, entry.state, entry.at_ms, entry.source, entry.evidence, entry.wording
			FROM json_to_recordset($1::json) AS pair (${NAME_COLUMNS})
			JOIN ${schema}.consent_entries AS entry ON entry.bsuid = pair.bsuid AND entry.wa_id IS NULL
			WHERE entry.state = 'optedOut'
			ON CONFLICT DO NOTHING`,
		findLateStatus: `
			SELECT 1 AS found FROM ${schema}.sends WHERE phone_number_id = $1 AND status_at_ms >= $2::bigint LIMIT 1`,
		claimSends: `
			INSERT INTO ${schema}.sends (send_once_key, send_group, person_bsuid, person_wa_id, claim_id, phone_number_id, bsuid, wa_id,
				sent_as, state, claimed_at_ms, origin, business_account_id, template_category, counts_as)
			SELECT send_once_key, send_group, person_bsuid, person_wa_id, claim_id, phone_number_id, bsuid, wa_id, sent_as, 'claimed', claimed_at_ms, origin,
				business_account_id, template_category, counts_as
			FROM json_to_recordset($1::json) AS claim (send_once_key text, send_group text, person_bsuid text, person_wa_id text, claim_id text, phone_number_id text,
				${NAME_COLUMNS}, sent_as text, claimed_at_ms bigint, origin text, business_account_id text, template_category text, counts_as text)
			ORDER BY send_once_key
			ON CONFLICT (send_once_key) DO NOTHING
			RETURNING send_once_key`,
		takeOverSends: `
			UPDATE ${schema}.sends SET claim_id = claim.claim_id, state = 'claimed', sent_as = claim.sent_as,
				claimed_at_ms = claim.claimed_at_ms, origin = claim.origin, business_account_id = claim.business_account_id,
				template_category = claim.template_category, counts_as = claim.counts_as, person_bsuid = coalesce(sends.person_bsuid, claim.person_bsuid),
				person_wa_id = coalesce(sends.person_wa_id, claim.person_wa_id)
			FROM json_to_recordset($1::json) AS claim (send_once_key text, former_claim_id text, claim_id text, sent_as text,
				claimed_at_ms bigint, origin text, business_account_id text, template_category text, person_bsuid text, person_wa_id text, counts_as text)
			WHERE sends.send_once_key = claim.send_once_key AND sends.claim_id IS NOT DISTINCT FROM claim.former_claim_id
				AND sends.state <> 'sent'
			RETURNING sends.send_once_key`,
		settleSends: `
			UPDATE ${schema}.sends SET state = outcome.state, message_id = outcome.message_id, sent_at_ms = outcome.sent_at_ms
			FROM json_to_recordset($1::json) AS outcome (send_once_key text, claim_id text, state text, message_id text,
				sent_at_ms bigint)
			WHERE sends.send_once_key = outcome.send_once_key AND sends.claim_id IS NOT DISTINCT FROM outcome.claim_id
				AND sends.state <> 'sent'`,
		settleSendsByStatus: `
			UPDATE ${schema}.sends SET state = 'sent', message_id = notice.message_id, sent_at_ms = sends.claimed_at_ms
			FROM json_to_recordset($1::json) AS notice (claim_id text, message_id text)
			WHERE sends.claim_id = notice.claim_id AND sends.state <> 'sent'`,
		retireFailedSends: `
			UPDATE ${schema}.sends SET send_once_key = send_once_key || ' failed as ' || message_id
			WHERE send_once_key = ${listOf('$1')} AND status = 'failed'`,
		releaseSends: `
			DELETE FROM ${schema}.sends
			USING json_to_recordset($1::json) AS released (send_once_key text, claim_id text)
			WHERE sends.send_once_key = released.send_once_key AND sends.claim_id IS NOT DISTINCT FROM released.claim_id
				AND sends.state <> 'sent'
			RETURNING sends.send_once_key`,
		saveSendStatuses: `
			UPDATE ${schema}.sends SET status = notice.status, status_at_ms = notice.at_ms, error_codes = notice.error_codes,
				price = notice.price
			FROM ${STATUSES}
			WHERE sends.message_id = notice.message_id`,
	};
}
