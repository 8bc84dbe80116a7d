import type { GatheringStatements } from '../GatheringStatements';
import { listOf, NAME_COLUMNS } from './postgresSendStatements';

const COLUMNS = 'gathering_id, receiver, phone_number_id, bsuid, wa_id, began_at_ms, due_at_ms, is_closed, messages';

/**
 * The statements about messages that are being gathered, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresGatheringStatements(schema: string): GatheringStatements {
	const found = (name: string) => `
		SELECT gathering_id FROM wanted JOIN ${schema}.gatherings AS held
			ON held.${name} = wanted.${name} AND held.phone_number_id = wanted.phone_number_id`;
	return {
		findGatherings: `
			WITH wanted AS (SELECT phone_number_id, bsuid, wa_id FROM json_to_recordset($2::json) AS wanted (phone_number_id text, ${NAME_COLUMNS}))
			SELECT * FROM ${schema}.gatherings
			WHERE gathering_id = ANY (ARRAY(${found('bsuid')} UNION ${found('wa_id')})) AND receiver = $1::text AND NOT is_closed
			ORDER BY gathering_id FOR UPDATE`,
		saveGatherings: `
			INSERT INTO ${schema}.gatherings (${COLUMNS})
			SELECT ${COLUMNS} FROM json_to_recordset($1::json) AS given (gathering_id text, receiver text, phone_number_id text, ${NAME_COLUMNS},
				began_at_ms bigint, due_at_ms bigint, is_closed boolean, messages text)
			ON CONFLICT (gathering_id) DO UPDATE SET
				bsuid = excluded.bsuid, wa_id = excluded.wa_id, due_at_ms = excluded.due_at_ms, messages = excluded.messages`,
		claimGatherings: `
			UPDATE ${schema}.gatherings SET is_closed = true, due_at_ms = $3::bigint
			WHERE gathering_id = ANY (ARRAY(
				SELECT gathering_id FROM ${schema}.gatherings WHERE receiver = $1::text AND due_at_ms <= $2::bigint
				ORDER BY due_at_ms LIMIT $4::int FOR UPDATE SKIP LOCKED))
			RETURNING *`,
		renewGatherings: `
			UPDATE ${schema}.gatherings SET due_at_ms = $1::bigint WHERE gathering_id = ${listOf('$2')} AND is_closed`,
		removeGatherings: `DELETE FROM ${schema}.gatherings WHERE gathering_id = ${listOf('$1')}`,
	};
}
