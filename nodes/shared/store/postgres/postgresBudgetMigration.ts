/**
 * Which sends may be charged while no status has said their price, and what was last counted of a month; see `SQLITE_BUDGET_MIGRATION`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresBudgetMigration(schema: string): string {
	return `
		ALTER TABLE ${schema}.sends ADD COLUMN counts_as text;
		CREATE INDEX sends_under_way ON ${schema}.sends (phone_number_id, claimed_at_ms, counts_as, price)
			WHERE counts_as IS NOT NULL AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS DISTINCT FROM 'failed';
		CREATE TABLE ${schema}.charge_counts (
			phone_number_id text NOT NULL,
			from_ms bigint NOT NULL,
			until_ms bigint NOT NULL,
			charged bigint NOT NULL,
			service bigint NOT NULL,
			counted_at_ms bigint NOT NULL,
			PRIMARY KEY (phone_number_id, from_ms, until_ms)
		);
	`;
}
