/** Lists sessions by their newest message and sends by their person, and keeps the opt-outs of people who are forgotten. */
export const SQLITE_REGISTER_MIGRATION = `
	-- The number of the business last: it is compared within the index.
	CREATE INDEX sessions_by_last_inbound ON sessions (last_inbound_at_ms, session_id, phone_number_id) WHERE last_inbound_at_ms IS NOT NULL;
	CREATE INDEX sends_to_bsuid ON sends (bsuid, phone_number_id, sent_at_ms) WHERE bsuid IS NOT NULL;
	CREATE INDEX sends_to_wa_id ON sends (wa_id, phone_number_id, sent_at_ms) WHERE wa_id IS NOT NULL;

	-- One for each account that has forgotten somebody.
	CREATE TABLE forgetting_keys (
		business_account_id TEXT PRIMARY KEY,
		key TEXT NOT NULL
	) STRICT, WITHOUT ROWID;
	-- Keyed digests of names: whoever has the table alone learns no name from it.
	CREATE TABLE forgotten_opt_outs (
		business_account_id TEXT NOT NULL,
		digest TEXT NOT NULL,
		category TEXT NOT NULL,
		at_ms INTEGER NOT NULL,
		PRIMARY KEY (business_account_id, digest, category)
	) STRICT, WITHOUT ROWID;
`;
