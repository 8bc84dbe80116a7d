/** Finds sends by their age and by what nobody knows of them, and keeps when the store was last pruned. */
export const SQLITE_HOUSEKEEPING_MIGRATION = `
	CREATE INDEX sends_by_age ON sends (claimed_at_ms) WHERE send_group IS NULL AND business_account_id IS NULL;
	CREATE INDEX counted_sends_by_age ON sends (claimed_at_ms) WHERE send_group IS NOT NULL OR business_account_id IS NOT NULL;
	CREATE INDEX sends_undecided ON sends (claimed_at_ms) WHERE state <> 'sent';

	-- One row: who is at it until when, when it was last done, and why it last failed.
	CREATE TABLE prunings (
		pruning_id INTEGER PRIMARY KEY CHECK (pruning_id = 1),
		leased_until_ms INTEGER,
		pruned_at_ms INTEGER,
		failed_at_ms INTEGER,
		failure TEXT
	) STRICT;
`;
