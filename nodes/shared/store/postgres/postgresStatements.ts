import { toMovingStatements } from '../moving/toMovingStatements';
import type { StoreStatements } from '../StoreStatements';
import { postgresAnswerStatements } from './postgresAnswerStatements';
import { postgresRegisterStatements } from './postgresRegisterStatements';
import { postgresClosingStatements } from './postgresClosingStatements';
import { postgresGatheringStatements } from './postgresGatheringStatements';
import { postgresHousekeepingStatements } from './postgresHousekeepingStatements';
import { postgresOutboxStatements } from './postgresOutboxStatements';
import { listOf, NAME_COLUMNS, postgresSendStatements, STATUSES } from './postgresSendStatements';
import { postgresStoreEventStatements } from './postgresStoreEventStatements';
import { postgresTemplateSendStatements } from './postgresTemplateSendStatements';
import { postgresUsageStatements } from './postgresUsageStatements';

const KEYS = `(
	SELECT (position - 1)::int AS position, key ->> 0 AS phone_number_id, key ->> 1 AS bsuid, key ->> 2 AS wa_id
	FROM json_array_elements($1::json) WITH ORDINALITY AS list (key, position)) AS wanted`;
const INSTANTS = [
	...['last_inbound', 'closed_by_platform', 'referral', 'answered', 'free_said', 'renamed', 'identified', 'last_answer', 'conversation'].map((name) => `${name}_at_ms`),
	'free_until_ms',
];
/**
 * Whether an event that is on record may be leased by the delivery that asks for it. A lease that ends later than in twice its length was
 * taken by a clock that is ahead: nobody waits an hour for it.
 */
const IS_FREE = `known.acknowledged_at_ms IS NULL
	AND (known.leased_by IS NULL OR known.leased_by = excluded.leased_by OR known.leased_until_ms <= excluded.received_at_ms
		OR known.leased_until_ms > excluded.received_at_ms + 2 * (excluded.leased_until_ms - excluded.received_at_ms))`;
const RENAMINGS = `json_to_recordset($1::json) AS renaming (business_account_id text, previous_bsuid text,
	previous_wa_id text, ${NAME_COLUMNS}, at_ms bigint, evidence text)`;

const MEDIA_KEY = 'business_account_id text, phone_number_id text, sha256 text, mime_type text';

/**
 * The statements of the store in the words of Postgres. Rows are written in the order of their keys, so that two batches
 * that share some never wait for each other in a circle.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
/** What is read of an opt-in or opt-out. */
const CONSENT_FACT = 'category, state, at_ms, source, evidence, wording';

export function postgresStatements(schema: string): StoreStatements {
	const sequence = `'${schema.replaceAll("'", "''")}.sessions_session_id_seq'`;
	const consentOfNames = `SELECT position, ${CONSENT_FACT} FROM names
			JOIN ${schema}.consent_entries AS entry ON entry.bsuid = names.bsuid AND business_account_id = $1::text
			UNION
			SELECT position, ${CONSENT_FACT} FROM names
			JOIN ${schema}.consent_entries AS entry ON entry.wa_id = names.wa_id AND business_account_id = $1::text
			UNION
			SELECT -1, '', '', 0, '', key, NULL FROM ${schema}.forgetting_keys WHERE business_account_id = $1::text`;
	return {
		// A wa_id that has passed to a second BSUID does not open the window of the first one.
		findSessions: `
			SELECT wanted.position, sessions.*
			FROM ${KEYS}
			JOIN ${schema}.sessions ON sessions.session_id = coalesce(
				(SELECT held.session_id FROM ${schema}.sessions AS held
					WHERE held.bsuid = wanted.bsuid AND held.phone_number_id = wanted.phone_number_id),
				(SELECT held.session_id FROM ${schema}.sessions AS held
					WHERE held.wa_id = wanted.wa_id AND held.phone_number_id = wanted.phone_number_id
						AND (held.bsuid IS NULL OR wanted.bsuid IS NULL)))`,
		findSessionsOfPeople: `
			SELECT wanted.position, sessions.* FROM ${KEYS} JOIN ${schema}.sessions ON sessions.bsuid = wanted.bsuid
			UNION ALL
			SELECT wanted.position, sessions.* FROM ${KEYS} JOIN ${schema}.sessions ON sessions.wa_id = wanted.wa_id`,
		loadSessions: `
			SELECT * FROM ${schema}.sessions WHERE session_id = ANY (ARRAY(
				SELECT held.session_id FROM ${KEYS} JOIN ${schema}.sessions AS held USING (phone_number_id, bsuid)
				UNION
				SELECT held.session_id FROM ${KEYS} JOIN ${schema}.sessions AS held USING (phone_number_id, wa_id)))
			ORDER BY session_id FOR UPDATE`,
		findPairs: `
			WITH wanted AS (
				SELECT ordinality::int - 1 AS position, name ->> 'bsuid' AS bsuid, name ->> 'wa_id' AS wa_id
				FROM json_array_elements($1::json) WITH ORDINALITY AS names (name, ordinality))
			SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
			FROM wanted JOIN ${schema}.sessions ON sessions.bsuid = wanted.bsuid AND sessions.wa_id IS NOT NULL
			UNION
			SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
			FROM wanted JOIN ${schema}.sessions ON sessions.wa_id = wanted.wa_id AND sessions.bsuid IS NOT NULL`,
		removeSessions: `
			DELETE FROM ${schema}.sessions
			WHERE session_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)::bigint))`,
		saveSessions: `
			INSERT INTO ${schema}.sessions (session_id, phone_number_id, bsuid, wa_id, conversation, ${INSTANTS.join(', ')})
			SELECT coalesce(session_id, nextval(${sequence})), phone_number_id, bsuid, wa_id, conversation, ${INSTANTS.join(', ')}
			FROM json_to_recordset($1::json) AS session (session_id bigint, phone_number_id text, ${NAME_COLUMNS}, conversation text,
				${INSTANTS.map((name) => `${name} bigint`).join(', ')})
			ORDER BY phone_number_id, bsuid, wa_id
			ON CONFLICT (session_id) DO UPDATE SET conversation = excluded.conversation, ${INSTANTS.map((name) => `${name} = excluded.${name}`).join(', ')}`,

		// Every row is written, if only with what it held before: only rows that were written are returned.
		leaseEvents: `
			INSERT INTO ${schema}.received_events AS known (receiver, event_id, received_at_ms, leased_by, leased_until_ms)
			SELECT receiver, event_id, received_at_ms, leased_by, leased_until_ms
			FROM json_to_recordset($1::json) AS delivery (receiver text, received_at_ms bigint, leased_by text, leased_until_ms bigint,
				event_ids json), json_array_elements_text(event_ids) AS event_id
			ORDER BY event_id, receiver
			ON CONFLICT (receiver, event_id) DO UPDATE SET
				leased_by = CASE WHEN ${IS_FREE} THEN excluded.leased_by ELSE known.leased_by END,
				leased_until_ms = CASE WHEN ${IS_FREE} THEN excluded.leased_until_ms ELSE known.leased_until_ms END
			RETURNING receiver, event_id, acknowledged_at_ms, leased_by`,
		renewLease: `
			UPDATE ${schema}.received_events SET leased_until_ms = $3::bigint
			WHERE receiver = $1::text AND event_id = ${listOf('$4')} AND leased_by = $2::text`,
		releaseEvents: `
			UPDATE ${schema}.received_events SET leased_by = NULL, leased_until_ms = NULL
			WHERE receiver = $1::text AND event_id = ${listOf('$3')} AND leased_by = $2::text`,
		acknowledgeEvents: `
			INSERT INTO ${schema}.received_events AS known (receiver, event_id, received_at_ms, acknowledged_at_ms)
			SELECT receiver, event_id, at_ms, at_ms
			FROM json_to_recordset($1::json) AS handled (receiver text, at_ms bigint, event_ids json),
				json_array_elements_text(event_ids) AS event_id
			ORDER BY event_id, receiver
			ON CONFLICT (receiver, event_id) DO UPDATE SET
				acknowledged_at_ms = coalesce(known.acknowledged_at_ms, excluded.acknowledged_at_ms),
				leased_by = NULL,
				leased_until_ms = NULL`,

		...postgresSendStatements(schema),

		findEarlyStatuses: `SELECT * FROM ${schema}.early_statuses WHERE message_id = ${listOf('$1')}`,
		saveEarlyStatuses: `
			INSERT INTO ${schema}.early_statuses (message_id, status, at_ms, error_codes, price, business_account_id)
			SELECT message_id, status, at_ms, error_codes, price, business_account_id FROM ${STATUSES} ORDER BY message_id
			ON CONFLICT (message_id) DO UPDATE SET
				status = excluded.status,
				at_ms = excluded.at_ms,
				error_codes = excluded.error_codes,
				price = excluded.price,
				business_account_id = excluded.business_account_id`,
		removeEarlyStatuses: `DELETE FROM ${schema}.early_statuses WHERE message_id = ${listOf('$1')}`,

		// An entry and a renaming may come on record at the same moment, in two transactions that do not see each other.
		lockConsent: `SELECT pg_advisory_xact_lock(hashtext('whatsapp-session consent'))`,
		recordConsent: `
			INSERT INTO ${schema}.consent_entries
				(business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence, wording)
			SELECT business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence, wording
			FROM json_to_recordset($1::json) AS entry (business_account_id text, ${NAME_COLUMNS}, category text, state text,
				at_ms bigint, source text, evidence text, wording text)
			ON CONFLICT DO NOTHING
			RETURNING business_account_id, bsuid, wa_id`,
		findConsent: `
			WITH wanted AS (
				SELECT (ordinality - 1)::int AS position, bsuid, wa_id
				FROM ROWS FROM (json_to_recordset($2::json) AS (${NAME_COLUMNS})) WITH ORDINALITY AS listed),
			names AS (
				SELECT position, bsuid, wa_id FROM wanted
				UNION SELECT position, held.bsuid, held.wa_id FROM wanted JOIN ${schema}.sessions AS held USING (bsuid)
				UNION SELECT position, held.bsuid, held.wa_id FROM wanted JOIN ${schema}.sessions AS held USING (wa_id))
			${consentOfNames}`,
		findConsentOfNames: `
			WITH names AS (
				SELECT (name ->> 0)::int AS position, name ->> 1 AS bsuid, name ->> 2 AS wa_id FROM json_array_elements($2::json) AS list (name))
			${consentOfNames}`,

		recordRenamings: `
			INSERT INTO ${schema}.renamings
				(business_account_id, previous_bsuid, previous_wa_id, bsuid, wa_id, at_ms, evidence)
			SELECT business_account_id, previous_bsuid, previous_wa_id, bsuid, wa_id, at_ms, evidence FROM ${RENAMINGS}
			ON CONFLICT DO NOTHING`,
		findRenamings: `
			WITH wanted AS (
				SELECT * FROM json_to_recordset($1::json) AS (business_account_id text, ${NAME_COLUMNS}))
			SELECT known.* FROM wanted JOIN ${schema}.renamings AS known
				ON known.previous_bsuid = wanted.bsuid AND known.business_account_id = wanted.business_account_id
			UNION
			SELECT known.* FROM wanted JOIN ${schema}.renamings AS known
				ON known.previous_wa_id = wanted.wa_id AND known.business_account_id = wanted.business_account_id`,

		recordTemplateChanges: `
			INSERT INTO ${schema}.template_changes AS known (business_account_id, template_id, at_ms)
			SELECT business_account_id, template_id, at_ms
			FROM json_to_recordset($1::json) AS change (business_account_id text, template_id text, at_ms bigint)
			ORDER BY business_account_id, template_id
			ON CONFLICT (business_account_id, template_id) DO UPDATE SET at_ms = greatest(known.at_ms, excluded.at_ms)`,
		findTemplateChanges: `
			SELECT template_id, at_ms FROM ${schema}.template_changes
			WHERE business_account_id = $1::text AND at_ms >= $2::bigint`,

		findMedia: `
			SELECT (ordinality - 1)::int AS position, known.media_id, known.expires_at_ms
			FROM ROWS FROM (json_to_recordset($1::json) AS (${MEDIA_KEY})) WITH ORDINALITY AS wanted
			JOIN ${schema}.media AS known USING (sha256, mime_type, phone_number_id, business_account_id)
			WHERE known.expires_at_ms > $2::bigint`,
		recordMedia: `
			INSERT INTO ${schema}.media AS known
				(business_account_id, phone_number_id, sha256, mime_type, media_id, expires_at_ms)
			SELECT business_account_id, phone_number_id, sha256, mime_type, media_id, expires_at_ms
			FROM json_to_recordset($1::json) AS file (${MEDIA_KEY}, media_id text, expires_at_ms bigint)
			ORDER BY sha256, mime_type, phone_number_id, business_account_id
			ON CONFLICT (sha256, mime_type, phone_number_id, business_account_id) DO UPDATE SET
				media_id = excluded.media_id,
				expires_at_ms = excluded.expires_at_ms
			WHERE excluded.expires_at_ms > known.expires_at_ms`,
		forgetMediaIds: `
			DELETE FROM ${schema}.media USING json_to_recordset($1::json) AS failed (phone_number_id text, media_id text)
			WHERE media.phone_number_id = failed.phone_number_id AND media.media_id = failed.media_id`,
		forgetMedia: `
			DELETE FROM ${schema}.media AS known
			USING json_to_recordset($1::json) AS gone (${MEDIA_KEY}, media_id text)
			WHERE known.sha256 = gone.sha256 AND known.mime_type = gone.mime_type
				AND known.phone_number_id = gone.phone_number_id AND known.business_account_id = gone.business_account_id
				AND known.media_id = gone.media_id`,

		...postgresAnswerStatements(schema),
		...postgresRegisterStatements(schema),
		...postgresClosingStatements(schema),
		...postgresGatheringStatements(schema),
		...postgresTemplateSendStatements(schema),
		...postgresUsageStatements(schema),
		...postgresHousekeepingStatements(schema),
		...postgresOutboxStatements(schema),
		...postgresStoreEventStatements(schema),
		...toMovingStatements({
			table: (name) => `${schema}.${name}`,
			parameter: (position, type) => `$${position}::${type}`,
			// OFFSET 0: left to itself it may read the whole table, of which it does not know yet how large it has become.
			lookUp: (table, condition) => `LATERAL (SELECT * FROM ${table} AS held WHERE ${condition} OFFSET 0) AS held`,
			given: (columns) => `json_to_recordset($1::json) AS given (${Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ')})`,
		}),
	};
}
