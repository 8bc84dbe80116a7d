import type { AnswerStatements } from '../StoreStatements';

/**
 * The statements about who waits for an answer, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresAnswerStatements(schema: string): AnswerStatements {
	return {
		recordAnswerWaits: `
			INSERT INTO ${schema}.answer_waits (question_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id,
				asked_at_ms, gives_up_at_ms)
			SELECT question_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, gives_up_at_ms
			FROM json_to_recordset($1::json) AS wait (question_id text, resume_url text, phone_number_id text, bsuid text, wa_id text,
				instance_id text, execution_id text, asked_at_ms bigint, gives_up_at_ms bigint)
			ORDER BY question_id, resume_url
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
				SELECT (ordinality - 1)::int AS position, event_id, phone_number_id, bsuid, wa_id
				FROM ROWS FROM (json_to_recordset($1::json) AS (event_id text, phone_number_id text, bsuid text, wa_id text))
					WITH ORDINALITY AS listed),
			names AS (
				SELECT position, phone_number_id, bsuid, wa_id FROM wanted
				UNION SELECT wanted.position, held.phone_number_id, held.bsuid, held.wa_id
					FROM wanted JOIN ${schema}.sessions AS held USING (bsuid, phone_number_id)
				UNION SELECT wanted.position, held.phone_number_id, held.bsuid, held.wa_id
					FROM wanted JOIN ${schema}.sessions AS held USING (wa_id, phone_number_id)
					WHERE wanted.bsuid IS NULL OR held.bsuid IS NULL OR wanted.bsuid = held.bsuid)
			SELECT names.position, wait.question_id
			FROM names JOIN ${schema}.answer_waits AS wait
				ON wait.bsuid = names.bsuid AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
			UNION
			SELECT names.position, wait.question_id
			FROM names JOIN ${schema}.answer_waits AS wait
				ON wait.wa_id = names.wa_id AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
					AND (wait.bsuid IS NULL OR names.bsuid IS NULL OR wait.bsuid = names.bsuid)
			UNION
			SELECT wanted.position, wait.question_id
			FROM wanted JOIN ${schema}.answer_waits AS wait ON wait.answered_by = wanted.event_id`,
		lockAnswerWaits: `
			SELECT * FROM ${schema}.answer_waits WHERE question_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)))
			ORDER BY question_id, resume_url FOR UPDATE`,
		claimAnswerWaits: `
			UPDATE ${schema}.answer_waits SET answered_by = claim.answered_by, claimed_by = $1::text, claimed_until_ms = $2::bigint
			FROM json_to_recordset($3::json) AS claim (question_id text, resume_url text, answered_by text)
			WHERE answer_waits.question_id = claim.question_id AND answer_waits.resume_url = claim.resume_url`,
		settleAnswerWaits: `
			UPDATE ${schema}.answer_waits
			SET state = outcome.state, answered_by = outcome.answered_by, claimed_by = NULL, claimed_until_ms = NULL
			FROM json_to_recordset($2::json) AS outcome (question_id text, resume_url text, state text, answered_by text)
			WHERE answer_waits.question_id = outcome.question_id AND answer_waits.resume_url = outcome.resume_url
				AND answer_waits.claimed_by = $1::text`,
		pruneAnswerWaits: `
			DELETE FROM ${schema}.answer_waits WHERE ctid = ANY (ARRAY(
				SELECT ctid FROM ${schema}.answer_waits WHERE gives_up_at_ms < $1::bigint LIMIT $2::int FOR UPDATE SKIP LOCKED))
			RETURNING question_id`,
	};
}
