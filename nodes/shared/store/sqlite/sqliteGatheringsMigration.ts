/** Keeps messages of a person that follow each other until they become one item. */
export const SQLITE_GATHERINGS_MIGRATION = `
	CREATE TABLE gatherings (
		gathering_id TEXT PRIMARY KEY,
		receiver TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		began_at_ms INTEGER NOT NULL,
		-- When it is complete; once claimed, when its lease ends.
		due_at_ms INTEGER NOT NULL,
		is_closed INTEGER NOT NULL DEFAULT 0,
		messages TEXT NOT NULL,
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX gatherings_by_due ON gatherings (receiver, due_at_ms);
	CREATE INDEX gatherings_by_age ON gatherings (due_at_ms);
	CREATE INDEX gatherings_by_bsuid ON gatherings (bsuid, phone_number_id) WHERE bsuid IS NOT NULL;
	CREATE INDEX gatherings_by_wa_id ON gatherings (wa_id, phone_number_id) WHERE wa_id IS NOT NULL;
`;
