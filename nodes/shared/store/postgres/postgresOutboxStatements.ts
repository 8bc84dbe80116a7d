import type { OutboxStatements } from '../OutboxStatements';
import { listOf, NAME_COLUMNS } from './postgresSendStatements';

const NEW_COLUMNS = [
	...['outbox_key', 'label', 'business_account_id', 'phone_number_id', 'bsuid', 'wa_id', 'round', 'content'].map((name) => [name, 'text']),
	...['kept_at_ms', 'expires_at_ms', 'due_at_ms'].map((name) => [name, 'bigint']),
];
const IDS = 'ANY (ARRAY(SELECT json_array_elements_text($1::json)::bigint))';
const OF_PERSON = "outbox.business_account_id = $1::text AND outbox.phone_number_id = $2::text AND outbox.state = 'kept' AND outbox.expires_at_ms > $4::bigint";

/**
 * The statements about what is kept until its person writes, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresOutboxStatements(schema: string): OutboxStatements {
	const columns = NEW_COLUMNS.map(([name]) => name).join(', ');
	return {
		keepMessages: `
			INSERT INTO ${schema}.outbox (${columns})
			SELECT ${columns} FROM json_to_recordset($1::json) AS kept (${NEW_COLUMNS.map((column) => column.join(' ')).join(', ')})
			ON CONFLICT (outbox_key) DO NOTHING`,
		findOutboxByKey: `SELECT * FROM ${schema}.outbox WHERE outbox_key = ${listOf('$1')}`,
		hasKept: `
			SELECT 1 AS is_kept FROM ${schema}.outbox
			WHERE business_account_id = $1::text AND state = 'kept' AND expires_at_ms > $2::bigint LIMIT 1`,
		findOutboxOfPerson: `
			WITH wanted AS (SELECT bsuid, wa_id FROM json_to_recordset($3::json) AS wanted (${NAME_COLUMNS}))
			SELECT outbox.* FROM wanted JOIN ${schema}.outbox ON outbox.bsuid = wanted.bsuid WHERE ${OF_PERSON}
			UNION
			SELECT outbox.* FROM wanted JOIN ${schema}.outbox ON outbox.wa_id = wanted.wa_id WHERE ${OF_PERSON}`,
		leaseOutbox: `
			UPDATE ${schema}.outbox SET leased_by = $1::text, leased_until_ms = $2::bigint
			WHERE outbox_id = ${IDS.replace('$1', '$3')} AND state = 'kept'`,
		holdOutbox: `
			UPDATE ${schema}.outbox SET leased_until_ms = $2::bigint WHERE leased_by = $1::text AND state = 'kept' RETURNING outbox_id`,
		settleOutbox: `
			UPDATE ${schema}.outbox SET state = outcome.state, reason = outcome.reason, message_id = outcome.message_id,
				settled_at_ms = outcome.settled_at_ms, content = CASE outcome.state WHEN 'sent' THEN NULL ELSE outbox.content END,
				leased_by = NULL, leased_until_ms = NULL
			FROM json_to_recordset($2::json) AS outcome (outbox_id bigint, state text, reason text, message_id text, settled_at_ms bigint)
			WHERE outbox.outbox_id = outcome.outbox_id AND outbox.leased_by = $1::text
				AND (outbox.state = 'kept' OR outcome.state = 'sent')`,
		releaseOutbox: `
			UPDATE ${schema}.outbox SET leased_by = NULL, leased_until_ms = NULL, due_at_ms = $2::bigint
			WHERE leased_by = $1::text AND state = 'kept'`,
		findKeptPeople: `
			SELECT DISTINCT phone_number_id, bsuid, wa_id FROM ${schema}.outbox
			WHERE business_account_id = $1::text AND state = 'kept' AND expires_at_ms > $2::bigint AND due_at_ms <= $2::bigint
				AND (leased_until_ms IS NULL OR leased_until_ms <= $2::bigint) AND (
					EXISTS (SELECT FROM ${schema}.sessions AS held WHERE held.bsuid = outbox.bsuid
						AND held.phone_number_id = outbox.phone_number_id AND held.last_inbound_at_ms > $3::bigint)
					OR EXISTS (SELECT FROM ${schema}.sessions AS held WHERE held.wa_id = outbox.wa_id
						AND held.phone_number_id = outbox.phone_number_id AND held.last_inbound_at_ms > $3::bigint))
			LIMIT $4::int`,
		listOutbox: `
			SELECT * FROM ${schema}.outbox WHERE outbox_id > $5::bigint AND business_account_id = $1::text
				AND ($4::text IS NULL OR label = $4::text)
				AND ($3::text IS NULL OR CASE WHEN state = 'kept' AND expires_at_ms <= $2::bigint THEN 'givenUp' ELSE state END = $3::text)
			ORDER BY outbox_id LIMIT $6::int`,
		cancelOutbox: `
			UPDATE ${schema}.outbox SET state = 'cancelled', settled_at_ms = $2::bigint, content = NULL
			WHERE outbox_id = ${IDS} AND state = 'kept' AND expires_at_ms > $2::bigint RETURNING *`,
	};
}
