import type { AnswerStatements } from '../StoreStatements';

/** The statements about who waits for an answer, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_ANSWER_STATEMENTS: AnswerStatements = {
	recordAnswerWaits: `
		INSERT INTO answer_waits (question_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms,
			gives_up_at_ms)
		SELECT value ->> 'question_id', value ->> 'resume_url', value ->> 'phone_number_id', value ->> 'bsuid', value ->> 'wa_id',
			value ->> 'instance_id', value ->> 'execution_id', value ->> 'asked_at_ms', value ->> 'gives_up_at_ms'
		FROM json_each(?1) WHERE true
		ON CONFLICT (question_id, resume_url) DO UPDATE SET
			asked_at_ms = excluded.asked_at_ms,
			gives_up_at_ms = excluded.gives_up_at_ms,
			state = 'open',
			answered_by = NULL,
			claimed_by = NULL,
			claimed_until_ms = NULL`,
	// The session of the person may know a name that the question was not sent to.
	findAnswerWaits: `
		WITH wanted AS MATERIALIZED (
			SELECT key AS position, value ->> 'event_id' AS event_id, value ->> 'phone_number_id' AS phone_number_id,
				value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id
			FROM json_each(?1)
			-- Where nobody waits, as is usual, it costs nothing.
			WHERE EXISTS (SELECT 1 FROM answer_waits)),
		names AS (
			SELECT position, phone_number_id, bsuid, wa_id FROM wanted
			UNION SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
				FROM wanted CROSS JOIN sessions USING (bsuid, phone_number_id)
			UNION SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
				FROM wanted CROSS JOIN sessions USING (wa_id, phone_number_id)
				WHERE wanted.bsuid IS NULL OR sessions.bsuid IS NULL OR wanted.bsuid = sessions.bsuid)
		SELECT names.position, wait.question_id
		FROM names CROSS JOIN answer_waits AS wait
			ON wait.bsuid = names.bsuid AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
		UNION
		SELECT names.position, wait.question_id
		FROM names CROSS JOIN answer_waits AS wait
			ON wait.wa_id = names.wa_id AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
				AND (wait.bsuid IS NULL OR names.bsuid IS NULL OR wait.bsuid = names.bsuid)
		UNION
		SELECT wanted.position, wait.question_id
		FROM wanted CROSS JOIN answer_waits AS wait ON wait.answered_by = wanted.event_id`,
	lockAnswerWaits: 'SELECT * FROM answer_waits WHERE question_id IN (SELECT value FROM json_each(?1))',
	claimAnswerWaits: `
		UPDATE answer_waits SET answered_by = claim.answered_by, claimed_by = ?1, claimed_until_ms = ?2
		FROM (
			SELECT value ->> 'question_id' AS question_id, value ->> 'resume_url' AS resume_url,
				value ->> 'answered_by' AS answered_by
			FROM json_each(?3)) AS claim
		WHERE answer_waits.question_id = claim.question_id AND answer_waits.resume_url = claim.resume_url`,
	settleAnswerWaits: `
		UPDATE answer_waits SET state = outcome.state, answered_by = outcome.answered_by, claimed_by = NULL, claimed_until_ms = NULL
		FROM (
			SELECT value ->> 'question_id' AS question_id, value ->> 'resume_url' AS resume_url, value ->> 'state' AS state,
				value ->> 'answered_by' AS answered_by
			FROM json_each(?2)) AS outcome
		WHERE answer_waits.question_id = outcome.question_id AND answer_waits.resume_url = outcome.resume_url
			AND answer_waits.claimed_by = ?1`,
	pruneAnswerWaits: `
		DELETE FROM answer_waits WHERE (question_id, resume_url) IN (
			SELECT question_id, resume_url FROM answer_waits WHERE gives_up_at_ms < ?1 LIMIT ?2)
		RETURNING question_id`,
};
