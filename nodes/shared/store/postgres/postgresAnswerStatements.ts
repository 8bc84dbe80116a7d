import type { AnswerStatements } from '../StoreStatements';

/**
 * The statements about who waits for an answer, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresAnswerStatements(schema: string): AnswerStatements {
	const names = namesOf(schema);
	return {
		recordAnswerWaits: `
			INSERT INTO ${schema}.answer_waits (wait_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms,
				waits_since_ms, gives_up_at_ms, takes_gestures)
			SELECT wait_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, waits_since_ms, gives_up_at_ms,
				takes_gestures
			FROM json_to_recordset($1::json) AS wait (wait_id text, resume_url text, phone_number_id text, bsuid text, wa_id text,
				instance_id text, execution_id text, asked_at_ms bigint, waits_since_ms bigint, gives_up_at_ms bigint, takes_gestures boolean)`,
		forgetAnswerWaits: `
			DELETE FROM ${schema}.answer_waits WHERE resume_url = $1::text AND state = 'open' AND answered_by IS NULL`,
		withdrawAnswerWait: `DELETE FROM ${schema}.answer_waits WHERE wait_id = $1::text`,
		nameQuestions: `
			INSERT INTO ${schema}.asked_messages (message_id, wait_id)
			SELECT named.message_id, wait.wait_id
			FROM json_to_recordset($1::json) AS named (message_id text, wait_id text)
				JOIN ${schema}.answer_waits AS wait USING (wait_id)
			ON CONFLICT DO NOTHING`,
		findWaitsOfPerson: `
			WITH wanted AS MATERIALIZED (
				SELECT 0 AS position, phone_number_id, bsuid, wa_id FROM ${schema}.answer_waits WHERE wait_id = $1::text), ${names}
			SELECT DISTINCT wait_id FROM found WHERE gives_up_at_ms > $2::bigint`,
		endAnswerWaits: `
			UPDATE ${schema}.answer_waits
			SET state = 'ended', claimed_by = NULL, claimed_until_ms = NULL, tries = 0, tried_since_ms = NULL
			WHERE wait_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)))`,
		claimEndedWaits: `
			UPDATE ${schema}.answer_waits
			SET claimed_by = $1::text, claimed_until_ms = $2::bigint, tries = tries + 1, tried_since_ms = coalesce(tried_since_ms, $3::bigint)
			WHERE wait_id = ANY (ARRAY(
				SELECT wait_id FROM ${schema}.answer_waits
				WHERE state = 'ended' AND (claimed_until_ms IS NULL OR claimed_until_ms <= $3::bigint
					OR claimed_until_ms > $3::bigint + 2 * ($2::bigint - $3::bigint))
				LIMIT $4::int FOR UPDATE SKIP LOCKED))
			RETURNING wait_id`,
		findAnswerWaits: `
			WITH wanted AS MATERIALIZED (
				SELECT (ordinality - 1)::int AS position, event_id, phone_number_id, bsuid, wa_id, replies_to
				FROM ROWS FROM (json_to_recordset($1::json)
					AS (event_id text, phone_number_id text, bsuid text, wa_id text, replies_to text)) WITH ORDINALITY AS listed), ${names}
			SELECT position, wait_id FROM found
			UNION
			-- Whoever names a question was asked it, unless the name is another one's.
			SELECT wanted.position, wait.wait_id
			FROM wanted JOIN ${schema}.asked_messages AS asked ON asked.message_id = wanted.replies_to
				JOIN ${schema}.answer_waits AS wait ON wait.wait_id = asked.wait_id AND wait.phone_number_id = wanted.phone_number_id
					AND (wait.bsuid IS NULL OR wanted.bsuid IS NULL OR wait.bsuid = wanted.bsuid)
					AND (wait.wa_id IS NULL OR wanted.wa_id IS NULL OR wait.wa_id = wanted.wa_id)
			UNION
			SELECT wanted.position, wait.wait_id
			FROM wanted JOIN ${schema}.answer_waits AS wait ON wait.answered_by = wanted.event_id
			UNION
			(SELECT -1, wait_id FROM ${schema}.answer_waits WHERE state = 'ended' LIMIT 1)`,
		lockAnswerWaits: `
			SELECT *, (
				SELECT coalesce(json_agg(message_id), '[]')::text FROM ${schema}.asked_messages AS asked WHERE asked.wait_id = wait.wait_id
			) AS question_ids
			FROM ${schema}.answer_waits AS wait WHERE wait_id = ANY (ARRAY(SELECT json_array_elements_text($1::json)))
			ORDER BY wait_id FOR UPDATE OF wait`,
		findArrivals: `
			SELECT event_id, min(received_at_ms) AS arrived_at_ms FROM ${schema}.received_events
			WHERE event_id = ANY (ARRAY(SELECT json_array_elements_text($1::json))) GROUP BY event_id`,
		claimAnswerWaits: `
			UPDATE ${schema}.answer_waits
			SET answered_by = claim.answered_by, claimed_by = $1::text, claimed_until_ms = $2::bigint, tries = tries + 1,
				tried_since_ms = coalesce(tried_since_ms, $3::bigint)
			FROM json_to_recordset($4::json) AS claim (wait_id text, answered_by text)
			WHERE answer_waits.wait_id = claim.wait_id`,
		holdAnswerWaits: `
			UPDATE ${schema}.answer_waits
			SET answered_by = claim.answered_by, claimed_by = $1::text, claimed_until_ms = NULL, tries = 0, tried_since_ms = NULL
			FROM json_to_recordset($2::json) AS claim (wait_id text, answered_by text)
			WHERE answer_waits.wait_id = claim.wait_id`,
		settleAnswerWaits: `
			UPDATE ${schema}.answer_waits
			SET state = outcome.state, answered_by = outcome.answered_by, claimed_by = NULL, claimed_until_ms = NULL
			FROM json_to_recordset($2::json) AS outcome (wait_id text, state text, answered_by text)
			WHERE answer_waits.wait_id = outcome.wait_id AND answer_waits.claimed_by = $1::text`,
	};
}

/** Joins to the names of `wanted` those that the session of the person knows besides. */
function namesOf(schema: string): string {
	return `
		names AS (
			SELECT position, phone_number_id, bsuid, wa_id FROM wanted
			UNION SELECT wanted.position, held.phone_number_id, held.bsuid, held.wa_id
				FROM wanted JOIN ${schema}.sessions AS held USING (bsuid, phone_number_id)
			UNION SELECT wanted.position, held.phone_number_id, held.bsuid, held.wa_id
				FROM wanted JOIN ${schema}.sessions AS held USING (wa_id, phone_number_id)
				WHERE wanted.bsuid IS NULL OR held.bsuid IS NULL OR wanted.bsuid = held.bsuid),
		found AS (
			SELECT names.position, wait.wait_id, wait.gives_up_at_ms
			FROM names JOIN ${schema}.answer_waits AS wait
				ON wait.bsuid = names.bsuid AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
			UNION
			SELECT names.position, wait.wait_id, wait.gives_up_at_ms
			FROM names JOIN ${schema}.answer_waits AS wait
				ON wait.wa_id = names.wa_id AND wait.phone_number_id = names.phone_number_id AND wait.state = 'open'
					AND (wait.bsuid IS NULL OR names.bsuid IS NULL OR wait.bsuid = names.bsuid))`;
}
