const KEY = 'phone_number_id, counted, hour_ms, category, price_type, billable';
const hourOf = (instant: string) => `${instant} - ${instant} % 3600000`;
const kindOf = (row: string) => `coalesce(${row}category, ''), coalesce(${row}price_type, ''), coalesce(${row}billable, -1)`;
const instants = (row: string) => ['sent_at_ms', 'delivered_at_ms', 'category', 'price_type', 'billable'].map((name) => `${row}.${name}`).join(', ');
const count = (row: 'NEW' | 'OLD', counted: 'sent' | 'delivered') => `
		INSERT INTO usage_counts (${KEY}, messages)
		SELECT ${row}.phone_number_id, '${counted}', ${hourOf(`${row}.${counted}_at_ms`)}, ${kindOf(`${row}.`)}, ${row === 'NEW' ? 1 : -1}
		WHERE ${row}.${counted}_at_ms IS NOT NULL
		ON CONFLICT (${KEY}) DO UPDATE SET messages = usage_counts.messages + excluded.messages;`;

/**
 * How many messages of each kind each hour has, so that nobody who wants to know a month counts all of it: SQLite keeps the whole of n8n
 * waiting meanwhile. The database keeps it itself, with each message that comes or changes.
 */
export const SQLITE_USAGE_COUNTS_MIGRATION = `
	CREATE TABLE usage_counts (
		phone_number_id TEXT NOT NULL,
		-- sent or delivered.
		counted TEXT NOT NULL,
		-- The first instant of the hour.
		hour_ms INTEGER NOT NULL,
		-- What nobody has said is '', and -1.
		category TEXT NOT NULL,
		price_type TEXT NOT NULL,
		billable INTEGER NOT NULL,
		messages INTEGER NOT NULL,
		PRIMARY KEY (${KEY})
	) STRICT, WITHOUT ROWID;
	CREATE INDEX usage_counts_by_age ON usage_counts (hour_ms);
	INSERT INTO usage_counts (${KEY}, messages)
		SELECT phone_number_id, counted, ${hourOf('at_ms')}, ${kindOf('')}, count(*) FROM (
			SELECT 'sent' AS counted, sent_at_ms AS at_ms, message_usage.* FROM message_usage
			UNION ALL
			SELECT 'delivered', delivered_at_ms, message_usage.* FROM message_usage WHERE delivered_at_ms IS NOT NULL)
		GROUP BY 1, 2, 3, 4, 5, 6;
	CREATE TRIGGER message_usage_is_counted AFTER INSERT ON message_usage BEGIN ${count('NEW', 'sent')} ${count('NEW', 'delivered')}
	END;
	CREATE TRIGGER message_usage_is_counted_anew AFTER UPDATE ON message_usage
	WHEN (${instants('OLD')}) IS NOT (${instants('NEW')})
	BEGIN ${count('OLD', 'sent')} ${count('OLD', 'delivered')} ${count('NEW', 'sent')} ${count('NEW', 'delivered')}
	END;
`;
