/**
 * Lets a wait be recorded before its question has a name, gives it a name of its own, and lets a question have several; says when an
 * event arrived, whoever received it. What waits goes on waiting.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresAnswerWaitsMigration(schema: string): string {
	return `
		ALTER TABLE ${schema}.answer_waits
			ADD COLUMN wait_id text,
			ADD COLUMN waits_since_ms bigint,
			ADD COLUMN takes_gestures boolean NOT NULL DEFAULT false,
			ADD COLUMN tries integer NOT NULL DEFAULT 0,
			ADD COLUMN tried_since_ms bigint;
		UPDATE ${schema}.answer_waits SET wait_id = question_id || ' ' || resume_url, waits_since_ms = asked_at_ms;
		ALTER TABLE ${schema}.answer_waits DROP CONSTRAINT answer_waits_pkey;
		ALTER TABLE ${schema}.answer_waits
			ADD PRIMARY KEY (wait_id),
			ALTER COLUMN waits_since_ms SET NOT NULL,
			ALTER COLUMN takes_gestures DROP DEFAULT,
			DROP CONSTRAINT answer_waits_state_check,
			ADD CONSTRAINT answer_waits_state_check CHECK (state IN ('open', 'ended', 'continued', 'gone'));

		-- Which messages a question consists of.
		CREATE TABLE ${schema}.asked_messages (
			message_id text NOT NULL,
			wait_id text NOT NULL REFERENCES ${schema}.answer_waits ON DELETE CASCADE,
			PRIMARY KEY (message_id, wait_id)
		);
		INSERT INTO ${schema}.asked_messages (message_id, wait_id) SELECT question_id, wait_id FROM ${schema}.answer_waits;
		ALTER TABLE ${schema}.answer_waits DROP COLUMN question_id;

		CREATE INDEX answer_waits_by_address ON ${schema}.answer_waits (resume_url) WHERE state = 'open';
		CREATE INDEX answer_waits_ended ON ${schema}.answer_waits (claimed_until_ms) WHERE state = 'ended';
		CREATE INDEX asked_messages_by_wait ON ${schema}.asked_messages (wait_id);
		CREATE INDEX received_events_by_event ON ${schema}.received_events (event_id);
		`;
}
