/**
 * How many messages of each kind each hour has; see `SQLITE_USAGE_COUNTS_MIGRATION`. Here it is kept by the statement that records messages.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresUsageCountsMigration(schema: string): string {
	const part = (counted: 'sent' | 'delivered') => `
				SELECT phone_number_id, '${counted}' AS counted, ${counted}_at_ms AS at_ms, category, price_type, billable
				FROM ${schema}.message_usage WHERE ${counted}_at_ms IS NOT NULL`;
	return `
		CREATE TABLE ${schema}.usage_counts (
			phone_number_id text NOT NULL,
			-- sent or delivered.
			counted text NOT NULL,
			-- The first instant of the hour.
			hour_ms bigint NOT NULL,
			-- What nobody has said is '', and -1.
			category text NOT NULL,
			price_type text NOT NULL,
			billable integer NOT NULL,
			messages bigint NOT NULL,
			PRIMARY KEY (phone_number_id, counted, hour_ms, category, price_type, billable)
		);
		CREATE INDEX usage_counts_by_age ON ${schema}.usage_counts (hour_ms);
		INSERT INTO ${schema}.usage_counts (phone_number_id, counted, hour_ms, category, price_type, billable, messages)
			SELECT phone_number_id, counted, at_ms - at_ms % 3600000, coalesce(category, ''), coalesce(price_type, ''), coalesce(billable, -1), count(*)
			FROM (${part('sent')}
				UNION ALL ${part('delivered')}) AS found
			GROUP BY 1, 2, 3, 4, 5, 6;
	`;
}
