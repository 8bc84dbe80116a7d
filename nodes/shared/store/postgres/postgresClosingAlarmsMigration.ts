/**
 * Keeps when the business last wrote to somebody, and which alarm has rung for which window. What went out before is read from the sends.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresClosingAlarmsMigration(schema: string): string {
	const sentTo = (name: string) => `
		UPDATE ${schema}.sessions SET last_answer_at_ms = greatest(last_answer_at_ms, sent.at_ms)
			FROM (SELECT phone_number_id, ${name}, max(sent_at_ms) AS at_ms FROM ${schema}.sends
				WHERE ${name} IS NOT NULL AND sent_at_ms IS NOT NULL AND status IS DISTINCT FROM 'failed' GROUP BY phone_number_id, ${name}) AS sent
			WHERE sessions.${name} = sent.${name} AND sessions.phone_number_id = sent.phone_number_id;`;
	return `
		ALTER TABLE ${schema}.sessions ADD COLUMN last_answer_at_ms bigint;
		${sentTo('bsuid')}
		${sentTo('wa_id')}

		CREATE INDEX IF NOT EXISTS sessions_by_last_inbound ON ${schema}.sessions (last_inbound_at_ms, session_id, phone_number_id)
			WHERE last_inbound_at_ms IS NOT NULL;

		-- The names are kept beside the number of the row: rows are joined, and a window goes along.
		CREATE TABLE ${schema}.closing_alarms (
			alarm text NOT NULL,
			last_inbound_at_ms bigint NOT NULL,
			phone_number_id text NOT NULL,
			session_id bigint NOT NULL,
			bsuid text,
			wa_id text,
			batch_id text NOT NULL,
			leased_until_ms bigint,
			PRIMARY KEY (alarm, last_inbound_at_ms, phone_number_id, session_id)
		);
		CREATE INDEX closing_alarms_by_batch ON ${schema}.closing_alarms (batch_id) WHERE leased_until_ms IS NOT NULL;
		CREATE INDEX closing_alarms_by_lease ON ${schema}.closing_alarms (alarm, leased_until_ms) WHERE leased_until_ms IS NOT NULL;
		CREATE INDEX closing_alarms_by_age ON ${schema}.closing_alarms (last_inbound_at_ms);

		-- Up to when each alarm has had all that was due.
		CREATE TABLE ${schema}.closing_watches (
			alarm text PRIMARY KEY,
			watched_at_ms bigint NOT NULL
		);
	`;
}
