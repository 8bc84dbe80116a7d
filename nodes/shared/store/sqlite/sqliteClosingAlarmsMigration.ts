/**
 * Keeps when the business last wrote to somebody, and which alarm has rung for which window. What went out before is read from the sends.
 */
export const SQLITE_CLOSING_ALARMS_MIGRATION = `
	ALTER TABLE sessions ADD COLUMN last_answer_at_ms INTEGER;
	UPDATE sessions SET last_answer_at_ms = sent.at_ms
		FROM (SELECT phone_number_id, bsuid, max(sent_at_ms) AS at_ms FROM sends
			WHERE bsuid IS NOT NULL AND sent_at_ms IS NOT NULL AND status IS NOT 'failed' GROUP BY phone_number_id, bsuid) AS sent
		WHERE sessions.bsuid = sent.bsuid AND sessions.phone_number_id = sent.phone_number_id;
	UPDATE sessions SET last_answer_at_ms = max(coalesce(last_answer_at_ms, 0), sent.at_ms)
		FROM (SELECT phone_number_id, wa_id, max(sent_at_ms) AS at_ms FROM sends
			WHERE wa_id IS NOT NULL AND sent_at_ms IS NOT NULL AND status IS NOT 'failed' GROUP BY phone_number_id, wa_id) AS sent
		WHERE sessions.wa_id = sent.wa_id AND sessions.phone_number_id = sent.phone_number_id;

	CREATE INDEX IF NOT EXISTS sessions_by_last_inbound ON sessions (last_inbound_at_ms, session_id, phone_number_id)
		WHERE last_inbound_at_ms IS NOT NULL;

	-- The names are kept beside the number of the row: rows are joined, and a window goes along.
	CREATE TABLE closing_alarms (
		alarm TEXT NOT NULL,
		last_inbound_at_ms INTEGER NOT NULL,
		phone_number_id TEXT NOT NULL,
		session_id INTEGER NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		batch_id TEXT NOT NULL,
		leased_until_ms INTEGER,
		PRIMARY KEY (alarm, last_inbound_at_ms, phone_number_id, session_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX closing_alarms_by_batch ON closing_alarms (batch_id) WHERE leased_until_ms IS NOT NULL;
	CREATE INDEX closing_alarms_by_lease ON closing_alarms (alarm, leased_until_ms) WHERE leased_until_ms IS NOT NULL;
	CREATE INDEX closing_alarms_by_age ON closing_alarms (last_inbound_at_ms);

	-- Up to when each alarm has had all that was due.
	CREATE TABLE closing_watches (
		alarm TEXT PRIMARY KEY,
		watched_at_ms INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
`;
