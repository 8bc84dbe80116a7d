import type { UsageStatements } from '../UsageStatements';

const COLUMNS = ['message_digest', 'phone_number_id', 'sent_at_ms', 'delivered_at_ms', 'category', 'price_type', 'billable'];
/** Of two values the one that `which` picks; one that is null never. */
const pick = (which: 'min' | 'max', column: string) =>
	`${column} = coalesce(${which}(message_usage.${column}, excluded.${column}), message_usage.${column}, excluded.${column})`;
const count = (counted: 'sent' | 'delivered', columns: string, kind: string) => `
	SELECT '${counted}' AS counted, message_usage.phone_number_id, ${columns}, count(*) AS messages
	FROM json_each(?1) AS wanted CROSS JOIN message_usage ON message_usage.phone_number_id = wanted.value
	WHERE message_usage.${counted}_at_ms >= ?2 AND message_usage.${counted}_at_ms < ?3
	GROUP BY message_usage.phone_number_id, ${kind}`;

const MONTH = 'phone_number_id = ?1 AND from_ms = ?2 AND until_ms = ?3';
const FIND_CHARGES = `SELECT charged, service, counted_at_ms FROM charge_counts WHERE ${MONTH}`;

/** The statements about usage in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_USAGE_STATEMENTS: UsageStatements = {
	recordUsage: `
		INSERT INTO message_usage (${COLUMNS.join(', ')})
		SELECT ${COLUMNS.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?1) WHERE true
		ON CONFLICT (message_digest) DO UPDATE SET
			sent_at_ms = min(message_usage.sent_at_ms, excluded.sent_at_ms),
			${pick('min', 'delivered_at_ms')}, ${pick('max', 'category')}, ${pick('max', 'price_type')}, ${pick('max', 'billable')}`,
	countUsage: [
		count('sent', 'category, NULL AS price_type, NULL AS billable', 'category'),
		count('delivered', 'category, price_type, billable', 'category, price_type, billable'),
	].join(' UNION ALL '),
	findCharges: FIND_CHARGES,
	// BEGIN IMMEDIATE keeps all other writers away.
	lockCharges: FIND_CHARGES,
	makeCharges: `
		INSERT INTO charge_counts (phone_number_id, from_ms, until_ms, charged, service, counted_at_ms) VALUES (?1, ?2, ?3, 0, 0, 0)
		ON CONFLICT DO NOTHING`,
	saveCharges: `UPDATE charge_counts SET charged = ?4, service = ?5, counted_at_ms = ?6 WHERE ${MONTH}`,
	addCharges: `UPDATE charge_counts SET charged = charged + ?4, service = service + ?5 WHERE ${MONTH}`,
	countCharges: `
		SELECT 'delivered' AS source, price_type, billable, NULL AS counts_as, NULL AS price, count(*) AS messages FROM message_usage
		WHERE phone_number_id = ?1 AND delivered_at_ms >= ?2 AND delivered_at_ms < ?3 GROUP BY price_type, billable
		UNION ALL
		SELECT 'underWay', NULL, NULL, counts_as, price, count(*) FROM sends INDEXED BY sends_under_way
		WHERE phone_number_id = ?1 AND claimed_at_ms >= ?4 AND claimed_at_ms < ?3 AND counts_as IS NOT NULL
			AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS NOT 'failed' GROUP BY counts_as, price
		UNION ALL
		SELECT 'tierUsedUp', NULL, NULL, NULL, NULL, count(*) FROM (
			SELECT 1 FROM message_usage INDEXED BY message_usage_by_sending
			WHERE phone_number_id = ?1 AND sent_at_ms >= ?5 AND sent_at_ms < ?3 AND category = 'service' AND billable = 1 LIMIT 1)`,
};
