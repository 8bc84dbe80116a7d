/**
 * Lets a wait be recorded before its question has a name, gives it a name of its own, and lets a question have several; says when an
 * event arrived, whoever received it. What waits goes on waiting.
 */
export const SQLITE_ANSWER_WAITS_MIGRATION = `
	ALTER TABLE answer_waits RENAME TO earlier_answer_waits;
	CREATE TABLE answer_waits (
		wait_id TEXT PRIMARY KEY,
		resume_url TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		instance_id TEXT NOT NULL,
		execution_id TEXT NOT NULL,
		asked_at_ms INTEGER NOT NULL,
		waits_since_ms INTEGER NOT NULL,
		gives_up_at_ms INTEGER NOT NULL,
		takes_gestures INTEGER NOT NULL,
		state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended', 'continued', 'gone')),
		answered_by TEXT,
		claimed_by TEXT,
		claimed_until_ms INTEGER,
		tries INTEGER NOT NULL DEFAULT 0,
		tried_since_ms INTEGER,
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT, WITHOUT ROWID;
	INSERT INTO answer_waits (wait_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, waits_since_ms,
		gives_up_at_ms, takes_gestures, state, answered_by, claimed_by, claimed_until_ms)
	SELECT question_id || ' ' || resume_url, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, asked_at_ms,
		gives_up_at_ms, 0, state, answered_by, claimed_by, claimed_until_ms
	FROM earlier_answer_waits;

	-- Which messages a question consists of.
	CREATE TABLE asked_messages (
		message_id TEXT NOT NULL,
		wait_id TEXT NOT NULL REFERENCES answer_waits ON DELETE CASCADE,
		PRIMARY KEY (message_id, wait_id)
	) STRICT, WITHOUT ROWID;
	INSERT INTO asked_messages (message_id, wait_id) SELECT question_id, question_id || ' ' || resume_url FROM earlier_answer_waits;
	DROP TABLE earlier_answer_waits;

	CREATE INDEX answer_waits_by_bsuid ON answer_waits (bsuid, phone_number_id) WHERE bsuid IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_wa_id ON answer_waits (wa_id, phone_number_id) WHERE wa_id IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_address ON answer_waits (resume_url) WHERE state = 'open';
	CREATE INDEX answer_waits_ended ON answer_waits (claimed_until_ms) WHERE state = 'ended';
	CREATE INDEX answer_waits_by_answer ON answer_waits (answered_by) WHERE answered_by IS NOT NULL;
	CREATE INDEX answer_waits_by_end ON answer_waits (gives_up_at_ms);
	CREATE INDEX asked_messages_by_wait ON asked_messages (wait_id);
	CREATE INDEX received_events_by_event ON received_events (event_id);
`;
