/**
 * Which messages count for what Meta charges; see `SQLITE_USAGE_MIGRATION`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresUsageMigration(schema: string): string {
	return `
		CREATE TABLE ${schema}.message_usage (
			message_digest text PRIMARY KEY,
			phone_number_id text NOT NULL,
			sent_at_ms bigint NOT NULL,
			delivered_at_ms bigint,
			category text,
			price_type text,
			billable integer
		);
		CREATE INDEX message_usage_by_age ON ${schema}.message_usage (sent_at_ms);
		CREATE INDEX message_usage_by_sending ON ${schema}.message_usage (phone_number_id, sent_at_ms, category);
		CREATE INDEX message_usage_by_delivery ON ${schema}.message_usage (phone_number_id, delivered_at_ms, category, price_type, billable)
			WHERE delivered_at_ms IS NOT NULL;
	`;
}
