import type { RegisterStatements } from '../RegisterStatements';
import { listOf } from './postgresSendStatements';

const NAMES = `wanted AS (
	SELECT bsuid, wa_id, until_ms FROM json_to_recordset($2::json) AS wanted (bsuid text, wa_id text, until_ms bigint))`;
const OF_NUMBERS = `phone_number_id = ${listOf('$1')}`;
const BOTH: Array<[column: string, name: string]> = [
	['bsuid', 'bsuid'],
	['wa_id', 'wa_id'],
];

/**
 * The statements about lists of people, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresRegisterStatements(schema: string): RegisterStatements {
	const listed = (condition: string, direction: string) => `
		SELECT * FROM ${schema}.sessions WHERE ${OF_NUMBERS} AND ${condition}
		ORDER BY last_inbound_at_ms ${direction}, session_id ${direction} LIMIT $5::int`;
	/** Looks rows of a table up by either name. */
	const byName = (table: string, rows: string, condition: string, names: Array<[column: string, name: string]>) => `
		WITH ${NAMES}
		${names
			.map(([column, name]) => `SELECT ${table}.${rows} FROM wanted JOIN ${schema}.${table} ON ${table}.${column} = wanted.${name} WHERE ${condition}`)
			.join(' UNION ')}`;
	const renamingsOf = (rows: string) =>
		byName('renamings', rows, 'business_account_id = $1::text AND at_ms <= until_ms', [
			...BOTH,
			['previous_bsuid', 'bsuid'],
			['previous_wa_id', 'wa_id'],
		]);
	const isTaken = `EXISTS (
		SELECT FROM ${schema}.sessions AS held WHERE (held.bsuid = wanted.bsuid OR held.wa_id = wanted.wa_id)
			AND greatest(held.last_inbound_at_ms, held.identified_at_ms) > renamings.at_ms)`;
	const renaming = `${schema}.renamings ON business_account_id = $1::text AND`;
	return {
		listSessionsOldestFirst: listed(
			'(last_inbound_at_ms, session_id) > ($2::bigint, $3::bigint) AND last_inbound_at_ms < $4::bigint',
			'ASC',
		),
		listSessionsNewestFirst: listed(
			'(last_inbound_at_ms, session_id) < ($2::bigint, $3::bigint) AND last_inbound_at_ms >= $4::bigint',
			'DESC',
		),
		countOwnedElsewhere: `SELECT count(*) AS row_count FROM ${schema}.sessions
			WHERE conversation_at_ms >= $2::bigint AND ${OF_NUMBERS} AND conversation::json -> 'owner' ->> 'isElsewhere' = 'true'`,
		listConsentHolders: `
			SELECT entry_id,
				coalesce(bsuid, (SELECT held.bsuid FROM ${schema}.sessions AS held WHERE held.wa_id = entry.wa_id AND held.bsuid IS NOT NULL LIMIT 1)) AS bsuid,
				coalesce(wa_id, (SELECT held.wa_id FROM ${schema}.sessions AS held WHERE held.bsuid = entry.bsuid AND held.wa_id IS NOT NULL LIMIT 1)) AS wa_id
			FROM ${schema}.consent_entries AS entry
			WHERE entry_id > $2::bigint AND business_account_id = $1::text AND category = ${listOf('$3')}
			ORDER BY entry_id LIMIT $4::int`,

		findLinkedNames: `
			WITH wanted AS (
				SELECT (ordinality - 1)::int AS position, bsuid, wa_id
				FROM ROWS FROM (json_to_recordset($2::json) AS (bsuid text, wa_id text)) WITH ORDINALITY AS listed)
			SELECT position, 'together' AS link, sessions.bsuid, sessions.wa_id, NULL::bigint AS at_ms
			FROM wanted JOIN ${schema}.sessions ON sessions.bsuid = wanted.bsuid
			UNION
			SELECT position, 'together', sessions.bsuid, sessions.wa_id, NULL
			FROM wanted JOIN ${schema}.sessions ON sessions.wa_id = wanted.wa_id
			UNION
			SELECT position, 'later', renamings.bsuid, renamings.wa_id, at_ms
			FROM wanted JOIN ${renaming} renamings.previous_bsuid = wanted.bsuid WHERE NOT ${isTaken}
			UNION
			SELECT position, 'later', renamings.bsuid, renamings.wa_id, at_ms
			FROM wanted JOIN ${renaming} renamings.previous_wa_id = wanted.wa_id WHERE NOT ${isTaken}
			UNION
			SELECT position, 'former', previous_bsuid, previous_wa_id, at_ms FROM wanted JOIN ${renaming} renamings.bsuid = wanted.bsuid
			UNION
			SELECT position, 'former', previous_bsuid, previous_wa_id, at_ms FROM wanted JOIN ${renaming} renamings.wa_id = wanted.wa_id`,
		findContactSessions: byName('sessions', '*', OF_NUMBERS, BOTH),
		findContactConsent: byName('consent_entries', '*', 'business_account_id = $1::text AND at_ms <= until_ms', BOTH),
		findContactSends: byName('sends', '*', `${OF_NUMBERS} AND claimed_at_ms <= until_ms`, BOTH),
		findContactWaits: byName('answer_waits', '*', `${OF_NUMBERS} AND asked_at_ms <= until_ms`, BOTH),
		findContactOutbox: byName('outbox', '*', `${OF_NUMBERS} AND kept_at_ms <= until_ms`, BOTH),
		findContactRenamings: renamingsOf('*'),
		findContactGatherings: byName('gatherings', '*', `${OF_NUMBERS} AND began_at_ms <= until_ms`, BOTH),
		removeConsent: `DELETE FROM ${schema}.consent_entries WHERE entry_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)::bigint))`,
		removeSends: `DELETE FROM ${schema}.sends WHERE send_once_key = ${listOf('$1')}`,
		removeWaits: `DELETE FROM ${schema}.answer_waits WHERE wait_id = ${listOf('$1')}`,
		removeOutbox: `DELETE FROM ${schema}.outbox WHERE outbox_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)::bigint))`,
		removeRenamings: `DELETE FROM ${schema}.renamings WHERE ctid IN (${renamingsOf('ctid')})`,

		makeForgettingKey: `
			INSERT INTO ${schema}.forgetting_keys (business_account_id, key) VALUES ($1::text, $2::text) ON CONFLICT DO NOTHING`,
		findForgettingKeys: `SELECT business_account_id, key FROM ${schema}.forgetting_keys`,
		recordForgottenOptOuts: `
			INSERT INTO ${schema}.forgotten_opt_outs AS known (business_account_id, digest, category, at_ms)
			SELECT business_account_id, digest, category, at_ms
			FROM json_to_recordset($1::json) AS kept (business_account_id text, digest text, category text, at_ms bigint)
			ORDER BY business_account_id, digest, category
			ON CONFLICT (business_account_id, digest, category) DO UPDATE SET at_ms = greatest(known.at_ms, excluded.at_ms)`,
		findForgottenOptOuts: `
			SELECT digest, category, at_ms FROM ${schema}.forgotten_opt_outs
			WHERE business_account_id = $1::text AND digest = ${listOf('$2')}`,
	};
}
