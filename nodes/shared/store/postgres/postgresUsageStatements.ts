import type { UsageStatements } from '../UsageStatements';
import { listOf } from './postgresSendStatements';

/** As SQLite does, whatever order of letters the database has. */
const later = (column: string) => `${column} = greatest(known.${column} COLLATE "C", excluded.${column} COLLATE "C")`;

/**
 * The statements about usage, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresUsageStatements(schema: string): UsageStatements {
	const count = (counted: 'sent' | 'delivered', columns: string, kind: string) => `
		SELECT '${counted}' AS counted, phone_number_id, ${columns}, count(*) AS messages FROM ${schema}.message_usage
		WHERE phone_number_id = ${listOf('$1')} AND ${counted}_at_ms >= $2::bigint AND ${counted}_at_ms < $3::bigint
		GROUP BY phone_number_id, ${kind}`;
	return {
		recordUsage: `
			INSERT INTO ${schema}.message_usage AS known
				(message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable)
			SELECT message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable
			FROM json_to_recordset($1::json) AS given (message_digest text, phone_number_id text, sent_at_ms bigint,
				delivered_at_ms bigint, category text, price_type text, billable integer)
			ORDER BY message_digest
			ON CONFLICT (message_digest) DO UPDATE SET
				sent_at_ms = least(known.sent_at_ms, excluded.sent_at_ms),
				delivered_at_ms = least(known.delivered_at_ms, excluded.delivered_at_ms),
				${later('category')}, ${later('price_type')}, billable = greatest(known.billable, excluded.billable)`,
		countUsage: [
			count('sent', 'category, NULL::text AS price_type, NULL::integer AS billable', 'category'),
			count('delivered', 'category, price_type, billable', 'category, price_type, billable'),
		].join(' UNION ALL '),
	};
}
