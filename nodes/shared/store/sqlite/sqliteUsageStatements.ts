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
};
