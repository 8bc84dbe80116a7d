import type { AnswerStatements } from '../StoreStatements';

/** Joins to the names of `wanted` those that the session of the person knows besides. */
const NAMES = `
	names AS (
		SELECT position, phone_number_id, bsuid, wa_id FROM wanted
		UNION SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
			FROM wanted CROSS JOIN sessions USING (bsuid, phone_number_id)
		UNION SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
			FROM wanted CROSS JOIN sessions USING (wa_id, phone_number_id)
			WHERE wanted.bsuid IS NULL OR sessions.bsuid IS NULL OR wanted.bsuid = sessions.bsuid),
	found AS (
		SELECT names.position, wait.wait_id, wait.gives_up_at_ms
		FROM names CROSS JOIN answer_waits AS wait
			ON wait.bsuid = names.bsuid AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
		UNION
		SELECT names.position, wait.wait_id, wait.gives_up_at_ms
		FROM names CROSS JOIN answer_waits AS wait
			ON wait.wa_id = names.wa_id AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
				AND (wait.bsuid IS NULL OR names.bsuid IS NULL OR wait.bsuid = names.bsuid))`;

/** The statements about who waits for an answer, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_ANSWER_STATEMENTS: AnswerStatements = {
	recordAnswerWaits: `
		INSERT INTO answer_waits (wait_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, waits_since_ms,
			gives_up_at_ms, takes_gestures)
		SELECT value ->> 'wait_id', value ->> 'resume_url', value ->> 'phone_number_id', value ->> 'bsuid', value ->> 'wa_id',
			value ->> 'instance_id', value ->> 'execution_id', value ->> 'asked_at_ms', value ->> 'waits_since_ms',
			value ->> 'gives_up_at_ms', value ->> 'takes_gestures'
		FROM json_each(?1)`,
	forgetAnswerWaits: `DELETE FROM answer_waits WHERE resume_url = ?1 AND state = 'open' AND answered_by IS NULL`,
	withdrawAnswerWait: 'DELETE FROM answer_waits WHERE wait_id = ?1',
	nameQuestions: `
		INSERT INTO asked_messages (message_id, wait_id)
		SELECT value ->> 'message_id', wait.wait_id
		FROM json_each(?1) CROSS JOIN answer_waits AS wait ON wait.wait_id = value ->> 'wait_id' WHERE true
		ON CONFLICT DO NOTHING`,
	findWaitsOfPerson: `
		WITH wanted AS MATERIALIZED (SELECT 0 AS position, phone_number_id, bsuid, wa_id FROM answer_waits WHERE wait_id = ?1), ${NAMES}
		SELECT DISTINCT wait_id FROM found WHERE gives_up_at_ms > ?2`,
	endAnswerWaits: `
		UPDATE answer_waits SET state = 'ended', claimed_by = NULL, claimed_until_ms = NULL, tries = 0, tried_since_ms = NULL
		WHERE wait_id IN (SELECT value FROM json_each(?1))`,
	claimEndedWaits: `
		UPDATE answer_waits SET claimed_by = ?1, claimed_until_ms = ?2, tries = tries + 1, tried_since_ms = coalesce(tried_since_ms, ?3)
		WHERE wait_id IN (
			SELECT wait_id FROM answer_waits WHERE state = 'ended'
				AND (claimed_until_ms IS NULL OR claimed_until_ms <= ?3 OR claimed_until_ms > ?3 + 2 * (?2 - ?3)) LIMIT ?4)
		RETURNING wait_id`,
	findAnswerWaits: `
		WITH wanted AS MATERIALIZED (
			SELECT key AS position, value ->> 'event_id' AS event_id, value ->> 'phone_number_id' AS phone_number_id,
				value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id, value ->> 'replies_to' AS replies_to
			FROM json_each(?1)
			-- Where nobody waits, as is usual, it costs nothing.
			WHERE EXISTS (SELECT 1 FROM answer_waits)), ${NAMES}
		SELECT position, wait_id FROM found
		UNION
		-- Whoever names a question was asked it, unless the name is another one's.
		SELECT wanted.position, wait.wait_id
		FROM wanted CROSS JOIN asked_messages AS asked ON asked.message_id = wanted.replies_to
			CROSS JOIN answer_waits AS wait ON wait.wait_id = asked.wait_id AND wait.phone_number_id = wanted.phone_number_id
				AND (wait.bsuid IS NULL OR wanted.bsuid IS NULL OR wait.bsuid = wanted.bsuid)
				AND (wait.wa_id IS NULL OR wanted.wa_id IS NULL OR wait.wa_id = wanted.wa_id)
		UNION
		SELECT wanted.position, wait.wait_id
		FROM wanted CROSS JOIN answer_waits AS wait ON wait.answered_by = wanted.event_id
		UNION
		SELECT * FROM (SELECT -1, wait_id FROM answer_waits WHERE state = 'ended' LIMIT 1)`,
	lockAnswerWaits: `
		SELECT *, (SELECT json_group_array(message_id) FROM asked_messages WHERE asked_messages.wait_id = answer_waits.wait_id) AS question_ids
		FROM answer_waits WHERE wait_id IN (SELECT value FROM json_each(?1))`,
	findArrivals: `
		SELECT event_id, min(received_at_ms) AS arrived_at_ms FROM received_events
		WHERE event_id IN (SELECT value FROM json_each(?1)) GROUP BY event_id`,
	claimAnswerWaits: `
		UPDATE answer_waits SET answered_by = claim.answered_by, claimed_by = ?1, claimed_until_ms = ?2, tries = tries + 1,
			tried_since_ms = coalesce(tried_since_ms, ?3)
		FROM (SELECT value ->> 'wait_id' AS wait_id, value ->> 'answered_by' AS answered_by FROM json_each(?4)) AS claim
		WHERE answer_waits.wait_id = claim.wait_id`,
	holdAnswerWaits: `
		UPDATE answer_waits SET answered_by = claim.answered_by, claimed_by = ?1, claimed_until_ms = NULL, tries = 0, tried_since_ms = NULL
		FROM (SELECT value ->> 'wait_id' AS wait_id, value ->> 'answered_by' AS answered_by FROM json_each(?2)) AS claim
		WHERE answer_waits.wait_id = claim.wait_id`,
	settleAnswerWaits: `
		UPDATE answer_waits SET state = outcome.state, answered_by = outcome.answered_by, claimed_by = NULL, claimed_until_ms = NULL
		FROM (
			SELECT value ->> 'wait_id' AS wait_id, value ->> 'state' AS state, value ->> 'answered_by' AS answered_by
			FROM json_each(?2)) AS outcome
		WHERE answer_waits.wait_id = outcome.wait_id AND answer_waits.claimed_by = ?1`,
};
