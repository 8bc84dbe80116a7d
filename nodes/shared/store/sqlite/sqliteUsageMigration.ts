/** Which messages count for what Meta charges, known again by a digest of their ID, and without their person. */
export const SQLITE_USAGE_MIGRATION = `
	CREATE TABLE message_usage (
		message_digest TEXT PRIMARY KEY,
		phone_number_id TEXT NOT NULL,
		sent_at_ms INTEGER NOT NULL,
		delivered_at_ms INTEGER,
		category TEXT,
		price_type TEXT,
		billable INTEGER
	) STRICT, WITHOUT ROWID;
	CREATE INDEX message_usage_by_age ON message_usage (sent_at_ms);
	CREATE INDEX message_usage_by_sending ON message_usage (phone_number_id, sent_at_ms, category);
	CREATE INDEX message_usage_by_delivery ON message_usage (phone_number_id, delivered_at_ms, category, price_type, billable)
		WHERE delivered_at_ms IS NOT NULL;
`;
