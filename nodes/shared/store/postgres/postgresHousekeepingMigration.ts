/**
 * Finds sends by their age and by what nobody knows of them, and keeps when the store was last pruned.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresHousekeepingMigration(schema: string): string {
	return `
		CREATE INDEX sends_by_age ON ${schema}.sends (claimed_at_ms) WHERE send_group IS NULL AND business_account_id IS NULL;
		CREATE INDEX counted_sends_by_age ON ${schema}.sends (claimed_at_ms) WHERE send_group IS NOT NULL OR business_account_id IS NOT NULL;
		CREATE INDEX sends_undecided ON ${schema}.sends (claimed_at_ms) WHERE state <> 'sent';

		-- One row: who is at it until when, when it was last done, and why it last failed.
		CREATE TABLE ${schema}.prunings (
			pruning_id int PRIMARY KEY CHECK (pruning_id = 1),
			leased_until_ms bigint,
			pruned_at_ms bigint,
			failed_at_ms bigint,
			failure text
		);
	`;
}
