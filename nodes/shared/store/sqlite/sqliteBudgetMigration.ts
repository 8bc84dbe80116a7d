/**
 * Which sends may be charged while no status has said their price, and what was last counted of a month, so that a budget need not count it for each
 * message.
 */
export const SQLITE_BUDGET_MIGRATION = `
	ALTER TABLE sends ADD COLUMN counts_as TEXT;
	CREATE INDEX sends_under_way ON sends (phone_number_id, claimed_at_ms, counts_as, price)
		WHERE counts_as IS NOT NULL AND (status IS NULL OR status = 'sent' OR price IS NULL) AND status IS NOT 'failed';
	CREATE TABLE charge_counts (
		phone_number_id TEXT NOT NULL,
		from_ms INTEGER NOT NULL,
		until_ms INTEGER NOT NULL,
		charged INTEGER NOT NULL,
		service INTEGER NOT NULL,
		counted_at_ms INTEGER NOT NULL,
		PRIMARY KEY (phone_number_id, from_ms, until_ms)
	) STRICT, WITHOUT ROWID;
`;
