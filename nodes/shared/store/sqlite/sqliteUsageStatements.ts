import type { UsageStatements } from '../UsageStatements';

const COLUMNS = ['message_digest', 'phone_number_id', 'sent_at_ms', 'delivered_at_ms', 'category', 'price_type', 'billable'];
/** Of two values the one that `which` picks; one that is null never. */
const pick = (which: 'min' | 'max', column: string) =>
	`${column} = coalesce(${which}(message_usage.${column}, excluded.${column}), message_usage.${column}, excluded.${column})`;
const OF_ONE = (table: string) => `FROM ${table} WHERE phone_number_id = ?1`;
const OF_LIST = (table: string) => `FROM json_each(?1) AS wanted CROSS JOIN ${table} ON phone_number_id = wanted.value WHERE true`;

/** Messages by their kind, of a time that `toHourRanges` has parted; it stands at six parameters from `first` on. */
const messages = (counted: 'sent' | 'delivered', from: (table: string) => string, first: number) => {
	const within = (instant: string, position: number) => `${instant} >= ?${position} AND ${instant} < ?${position + 1}`;
	const rows = (position: number) => `
		SELECT phone_number_id, '${counted}', coalesce(category, ''), coalesce(price_type, ''), coalesce(billable, -1), 1
		${from('message_usage')} AND ${within(`${counted}_at_ms`, position)}`;
	return `
		SELECT phone_number_id, counted, category, price_type, billable, messages
		${from('usage_counts')} AND counted = '${counted}' AND ${within('hour_ms', first)}
		UNION ALL ${rows(first + 2)} UNION ALL ${rows(first + 4)}`;
};

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
	countUsage: `
		SELECT counted, phone_number_id, nullif(category, '') AS category, CASE counted WHEN 'delivered' THEN nullif(price_type, '') END AS price_type,
			CASE WHEN counted = 'delivered' AND billable >= 0 THEN billable END AS billable, sum(messages) AS messages
		FROM (${messages('sent', OF_LIST, 2)} UNION ALL ${messages('delivered', OF_LIST, 2)}) AS found
		GROUP BY 1, 2, 3, 4, 5 HAVING sum(messages) > 0`,
	// BEGIN IMMEDIATE keeps all other writers away.
	lockUsage: '',
	findCharges: FIND_CHARGES,
	// BEGIN IMMEDIATE keeps all other writers away.
	lockCharges: FIND_CHARGES,
	makeCharges: `
		INSERT INTO charge_counts (phone_number_id, from_ms, until_ms, charged, service, counted_at_ms) VALUES (?1, ?2, ?3, 0, 0, 0)
		ON CONFLICT DO NOTHING`,
	saveCharges: `UPDATE charge_counts SET charged = ?4, service = ?5, counted_at_ms = ?6 WHERE ${MONTH}`,
	addCharges: `UPDATE charge_counts SET charged = charged + ?4, service = service + ?5 WHERE ${MONTH}`,
	countCharges: `
		SELECT 'delivered' AS source, nullif(price_type, '') AS price_type, CASE WHEN billable >= 0 THEN billable END AS billable,
			NULL AS counts_as, NULL AS price, sum(messages) AS messages
		FROM (${messages('delivered', OF_ONE, 2)}) AS found GROUP BY 2, 3 HAVING sum(messages) > 0
		UNION ALL
		SELECT 'underWay', NULL, NULL, counts_as, price, count(*) FROM sends INDEXED BY sends_under_way
		WHERE phone_number_id = ?1 AND claimed_at_ms >= ?14 AND claimed_at_ms < ?15 AND counts_as IS NOT NULL
			AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS NOT 'failed' GROUP BY counts_as, price
		UNION ALL
		SELECT 'tierUsedUp', NULL, NULL, NULL, NULL, coalesce(sum(messages), 0) FROM (${messages('sent', OF_ONE, 8)}) AS found
		WHERE category IN ('service', 'group_service') AND billable = 1`,
};
