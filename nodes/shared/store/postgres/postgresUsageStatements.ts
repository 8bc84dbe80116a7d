import type { UsageStatements } from '../UsageStatements';
import { listOf } from './postgresSendStatements';

const COLUMNS = 'message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable';
const COUNT_KEY = 'phone_number_id, counted, hour_ms, category, price_type, billable';
const KIND = "coalesce(category, ''), coalesce(price_type, ''), coalesce(billable, -1)";

/** As SQLite does, whatever order of letters the database has. */
const later = (column: string) => `${column} = greatest(known.${column} COLLATE "C", excluded.${column} COLLATE "C")`;

/**
 * The statements about usage, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresUsageStatements(schema: string): UsageStatements {
	/** Messages by their kind, of a time that `toHourRanges` has parted; it stands at six parameters from `first` on. */
	const messages = (counted: 'sent' | 'delivered', number: string, first: number) => {
		const within = (instant: string, position: number) => `${instant} >= $${position}::bigint AND ${instant} < $${position + 1}::bigint`;
		const rows = (position: number) => `
			SELECT phone_number_id, '${counted}', ${KIND}, 1
			FROM ${schema}.message_usage WHERE phone_number_id = ${number} AND ${within(`${counted}_at_ms`, position)}`;
		return `
			SELECT phone_number_id, counted, category, price_type, billable, messages
			FROM ${schema}.usage_counts WHERE phone_number_id = ${number} AND counted = '${counted}' AND ${within('hour_ms', first)}
			UNION ALL ${rows(first + 2)} UNION ALL ${rows(first + 4)}`;
	};
	const charges = `${schema}.charge_counts`;
	const month = 'phone_number_id = $1 AND from_ms = $2::bigint AND until_ms = $3::bigint';
	const findCharges = `SELECT charged, service, counted_at_ms FROM ${charges} WHERE ${month}`;
	return {
		// Whoever records a status has locked its message before, see `lockMessages`, or the whole table: what was there before is known. All
		// counts are changed in one order, so that nobody waits in a circle.
		recordUsage: `
			WITH given AS (
				SELECT ${COLUMNS} FROM json_to_recordset($1::json) AS given (message_digest text, phone_number_id text, sent_at_ms bigint,
					delivered_at_ms bigint, category text, price_type text, billable integer)),
			replaced AS (
				SELECT ${COLUMNS} FROM ${schema}.message_usage WHERE message_digest = ANY (ARRAY(SELECT message_digest FROM given))),
			saved AS (
				INSERT INTO ${schema}.message_usage AS known (${COLUMNS})
				SELECT ${COLUMNS} FROM given ORDER BY message_digest
				ON CONFLICT (message_digest) DO UPDATE SET
					sent_at_ms = least(known.sent_at_ms, excluded.sent_at_ms),
					delivered_at_ms = least(known.delivered_at_ms, excluded.delivered_at_ms),
					${later('category')}, ${later('price_type')}, billable = greatest(known.billable, excluded.billable)
				RETURNING ${COLUMNS}),
			changed AS (SELECT *, -1 AS messages FROM replaced UNION ALL SELECT *, 1 FROM saved)
			INSERT INTO ${schema}.usage_counts AS held (${COUNT_KEY}, messages)
			SELECT phone_number_id, counted, at_ms - at_ms % 3600000, ${KIND}, sum(messages)
			FROM changed CROSS JOIN LATERAL (VALUES ('sent', sent_at_ms), ('delivered', delivered_at_ms)) AS instant (counted, at_ms)
			WHERE at_ms IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(messages) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
			ON CONFLICT (${COUNT_KEY}) DO UPDATE SET messages = held.messages + excluded.messages`,
		countUsage: `
			SELECT counted, phone_number_id, nullif(category, '') AS category, CASE counted WHEN 'delivered' THEN nullif(price_type, '') END AS price_type,
				CASE WHEN counted = 'delivered' AND billable >= 0 THEN billable END AS billable, sum(messages)::bigint AS messages
			FROM (${messages('sent', listOf('$1'), 2)} UNION ALL ${messages('delivered', listOf('$1'), 2)}) AS found
			GROUP BY 1, 2, 3, 4, 5 HAVING sum(messages) > 0`,
		lockUsage: `LOCK TABLE ${schema}.message_usage IN SHARE ROW EXCLUSIVE MODE`,
		findCharges,
		lockCharges: `${findCharges} FOR UPDATE`,
		makeCharges: `
			INSERT INTO ${charges} (phone_number_id, from_ms, until_ms, charged, service, counted_at_ms)
			VALUES ($1, $2::bigint, $3::bigint, 0, 0, 0) ON CONFLICT DO NOTHING`,
		saveCharges: `UPDATE ${charges} SET charged = $4::bigint, service = $5::bigint, counted_at_ms = $6::bigint WHERE ${month}`,
		addCharges: `UPDATE ${charges} SET charged = charged + $4::bigint, service = service + $5::bigint WHERE ${month}`,
		countCharges: `
			SELECT 'delivered' AS source, nullif(price_type, '') AS price_type, CASE WHEN billable >= 0 THEN billable END AS billable,
				NULL::text AS counts_as, NULL::text AS price, sum(messages)::bigint AS messages
			FROM (${messages('delivered', '$1', 2)}) AS found GROUP BY 2, 3 HAVING sum(messages) > 0
			UNION ALL
			SELECT 'underWay', NULL, NULL, counts_as, price, count(*) FROM ${schema}.sends
			WHERE phone_number_id = $1 AND claimed_at_ms >= $14::bigint AND claimed_at_ms < $15::bigint AND counts_as IS NOT NULL
				AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS DISTINCT FROM 'failed' GROUP BY counts_as, price
			UNION ALL
			SELECT 'tierUsedUp', NULL, NULL, NULL, NULL, coalesce(sum(messages), 0)::bigint FROM (${messages('sent', '$1', 8)}) AS found
			WHERE category IN ('service', 'group_service') AND billable = 1`,
	};
}
