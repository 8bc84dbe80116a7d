/** Keeps messages until their person writes. */
export const SQLITE_OUTBOX_MIGRATION = `
	CREATE TABLE outbox (
		outbox_id INTEGER PRIMARY KEY,
		outbox_key TEXT NOT NULL UNIQUE,
		label TEXT NOT NULL,
		business_account_id TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		round TEXT NOT NULL,
		-- What goes out; forgotten when it is sent or cancelled.
		content TEXT,
		-- Also the order in which the messages of one person go out, each later than the one before.
		kept_at_ms INTEGER NOT NULL,
		expires_at_ms INTEGER NOT NULL,
		due_at_ms INTEGER NOT NULL,
		state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'sent', 'notSent', 'cancelled')),
		reason TEXT,
		message_id TEXT,
		settled_at_ms INTEGER,
		leased_by TEXT,
		leased_until_ms INTEGER,
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT;
	CREATE INDEX outbox_by_bsuid ON outbox (bsuid) WHERE bsuid IS NOT NULL;
	CREATE INDEX outbox_by_wa_id ON outbox (wa_id) WHERE wa_id IS NOT NULL;
	CREATE INDEX outbox_by_label ON outbox (business_account_id, label);
	CREATE INDEX outbox_kept ON outbox (business_account_id, expires_at_ms) WHERE state = 'kept';
	CREATE INDEX outbox_by_lease ON outbox (leased_by) WHERE leased_by IS NOT NULL;
	CREATE INDEX outbox_by_end ON outbox (coalesce(settled_at_ms, expires_at_ms));
`;
