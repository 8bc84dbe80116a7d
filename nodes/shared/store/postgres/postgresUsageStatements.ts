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
	const charges = `${schema}.charge_counts`;
	const month = 'phone_number_id = $1 AND from_ms = $2::bigint AND until_ms = $3::bigint';
	const findCharges = `SELECT charged, service, counted_at_ms FROM ${charges} WHERE ${month}`;
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
		findCharges,
		lockCharges: `${findCharges} FOR UPDATE`,
		makeCharges: `
			INSERT INTO ${charges} (phone_number_id, from_ms, until_ms, charged, service, counted_at_ms)
			VALUES ($1, $2::bigint, $3::bigint, 0, 0, 0) ON CONFLICT DO NOTHING`,
		saveCharges: `UPDATE ${charges} SET charged = $4::bigint, service = $5::bigint, counted_at_ms = $6::bigint WHERE ${month}`,
		addCharges: `UPDATE ${charges} SET charged = charged + $4::bigint, service = service + $5::bigint WHERE ${month}`,
		countCharges: `
			SELECT 'delivered' AS source, price_type, billable, NULL::text AS counts_as, NULL::text AS price, count(*) AS messages
			FROM ${schema}.message_usage
			WHERE phone_number_id = $1 AND delivered_at_ms >= $2::bigint AND delivered_at_ms < $3::bigint GROUP BY price_type, billable
			UNION ALL
			SELECT 'underWay', NULL, NULL, counts_as, price, count(*) FROM ${schema}.sends
			WHERE phone_number_id = $1 AND claimed_at_ms >= $4::bigint AND claimed_at_ms < $3::bigint AND counts_as IS NOT NULL
				AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS DISTINCT FROM 'failed' GROUP BY counts_as, price
			UNION ALL
			SELECT 'tierUsedUp', NULL, NULL, NULL, NULL, count(*) FROM (
				SELECT FROM ${schema}.message_usage
				WHERE phone_number_id = $1 AND sent_at_ms >= $5::bigint AND sent_at_ms < $3::bigint AND category = 'service' AND billable = 1
				LIMIT 1) AS found`,
	};
}
