import type { ClosingStatements } from '../ClosingStatements';
import { listOf } from './postgresSendStatements';

const UNANSWERED = '(last_answer_at_ms IS NULL OR last_answer_at_ms < sessions.last_inbound_at_ms)';
/** A batch whose lease ends later than in twice its length was taken by a clock that is ahead: nobody waits an hour for it. */
const IS_OVER = '(leased_until_ms <= $2::bigint OR leased_until_ms > $2::bigint + 2 * ($3::bigint - $2::bigint))';

/**
 * The statements about windows that are about to close, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresClosingStatements(schema: string): ClosingStatements {
	/** Whose window ends by time alone; the parameters are those of a range, in their order. */
	const closing = (from: string, until: string, onlyUnanswered: string, numbers: string) => `
		FROM ${schema}.sessions
		WHERE last_inbound_at_ms > ${from}::bigint AND last_inbound_at_ms <= ${until}::bigint
			AND phone_number_id = ${listOf(numbers)}
			AND (closed_by_platform_at_ms IS NULL OR closed_by_platform_at_ms < last_inbound_at_ms)
			AND (renamed_at_ms IS NULL OR renamed_at_ms < last_inbound_at_ms)
			AND (${onlyUnanswered}::int = 0 OR ${UNANSWERED})`;
	const held = (name: string) => `(
		SELECT held.session_id FROM ${schema}.sessions AS held
		WHERE held.${name} = claimed.${name} AND held.phone_number_id = claimed.phone_number_id
			AND held.last_inbound_at_ms = claimed.last_inbound_at_ms)`;
	return {
		saveClosingWatch: `
			INSERT INTO ${schema}.closing_watches AS known (alarm, watched_at_ms) VALUES ($1::text, $2::bigint)
			ON CONFLICT (alarm) DO UPDATE SET watched_at_ms = greatest(known.watched_at_ms, excluded.watched_at_ms)`,
		findClosingWatch: `SELECT watched_at_ms FROM ${schema}.closing_watches WHERE alarm = $1::text`,
		claimClosings: `
			INSERT INTO ${schema}.closing_alarms
				(alarm, last_inbound_at_ms, phone_number_id, session_id, bsuid, wa_id, batch_id, leased_until_ms)
			SELECT $1::text, last_inbound_at_ms, phone_number_id, session_id, bsuid, wa_id, $2::text, $3::bigint
			${closing('$4', '$5', '$6', '$8')}
				AND NOT EXISTS (
					SELECT FROM ${schema}.closing_alarms AS rung
					WHERE rung.alarm = $1::text AND rung.last_inbound_at_ms = sessions.last_inbound_at_ms
						AND rung.phone_number_id = sessions.phone_number_id
						AND (rung.session_id = sessions.session_id OR rung.bsuid = sessions.bsuid OR rung.wa_id = sessions.wa_id))
			ORDER BY last_inbound_at_ms, session_id LIMIT $7::int
			ON CONFLICT DO NOTHING
			RETURNING session_id`,
		takeOverClosings: `
			UPDATE ${schema}.closing_alarms SET leased_until_ms = $3::bigint
			WHERE batch_id = (
				SELECT batch_id FROM ${schema}.closing_alarms
				WHERE alarm = $1::text AND ${IS_OVER} ORDER BY leased_until_ms LIMIT 1)
				AND alarm = $1::text AND ${IS_OVER}
			RETURNING batch_id`,
		findClaimedClosings: `
			SELECT sessions.*
			FROM ${schema}.closing_alarms AS claimed
			JOIN ${schema}.sessions ON sessions.session_id = coalesce(${held('session_id')}, ${held('bsuid')}, ${held('wa_id')})
			WHERE claimed.batch_id = $2::text AND claimed.alarm = $1::text AND claimed.leased_until_ms IS NOT NULL
				AND ($3::int = 0 OR ${UNANSWERED})
			ORDER BY sessions.last_inbound_at_ms, sessions.session_id`,
		renewClosings: `
			UPDATE ${schema}.closing_alarms SET leased_until_ms = $1::bigint
			WHERE batch_id = ${listOf('$2')} AND leased_until_ms IS NOT NULL`,
		acknowledgeClosings: `
			UPDATE ${schema}.closing_alarms SET leased_until_ms = NULL
			WHERE batch_id = ${listOf('$1')} AND leased_until_ms IS NOT NULL`,
		findClosings: `
			SELECT sessions.* ${closing('$1', '$2', '$3', '$5')}
			ORDER BY last_inbound_at_ms, session_id LIMIT $4::int`,
	};
}
