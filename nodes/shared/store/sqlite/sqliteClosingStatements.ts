import type { ClosingStatements } from '../ClosingStatements';

const UNANSWERED = '(last_answer_at_ms IS NULL OR last_answer_at_ms < sessions.last_inbound_at_ms)';
/** A batch whose lease ends later than in twice its length was taken by a clock that is ahead: nobody waits an hour for it. */
const IS_OVER = '(leased_until_ms <= ?2 OR leased_until_ms > ?2 + 2 * (?3 - ?2))';
/** Whose window ends by time alone; the parameters are those of a range, in their order. */
const closing = (from: string, until: string, onlyUnanswered: string, numbers: string) => `
	FROM sessions INDEXED BY sessions_by_last_inbound
	WHERE last_inbound_at_ms > ${from} AND last_inbound_at_ms <= ${until}
		AND phone_number_id IN (SELECT value FROM json_each(${numbers}))
		AND (closed_by_platform_at_ms IS NULL OR closed_by_platform_at_ms < last_inbound_at_ms)
		AND (renamed_at_ms IS NULL OR renamed_at_ms < last_inbound_at_ms)
		AND (${onlyUnanswered} = 0 OR ${UNANSWERED})`;
const held = (name: string) => `(
	SELECT session_id FROM sessions AS held
	WHERE held.${name} = claimed.${name} AND held.phone_number_id = claimed.phone_number_id
		AND held.last_inbound_at_ms = claimed.last_inbound_at_ms)`;

/** The statements about windows that are about to close, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_CLOSING_STATEMENTS: ClosingStatements = {
	saveClosingWatch: `
		INSERT INTO closing_watches (alarm, watched_at_ms) VALUES (?1, ?2)
		ON CONFLICT (alarm) DO UPDATE SET watched_at_ms = max(watched_at_ms, excluded.watched_at_ms)`,
	findClosingWatch: 'SELECT watched_at_ms FROM closing_watches WHERE alarm = ?1',
	claimClosings: `
		INSERT INTO closing_alarms (alarm, last_inbound_at_ms, phone_number_id, session_id, bsuid, wa_id, batch_id, leased_until_ms)
		SELECT ?1, last_inbound_at_ms, phone_number_id, session_id, bsuid, wa_id, ?2, ?3
		${closing('?4', '?5', '?6', '?8')}
			AND NOT EXISTS (
				SELECT 1 FROM closing_alarms AS rung
				WHERE rung.alarm = ?1 AND rung.last_inbound_at_ms = sessions.last_inbound_at_ms
					AND rung.phone_number_id = sessions.phone_number_id
					AND (rung.session_id = sessions.session_id OR rung.bsuid = sessions.bsuid OR rung.wa_id = sessions.wa_id))
		ORDER BY last_inbound_at_ms, session_id LIMIT ?7
		ON CONFLICT DO NOTHING
		RETURNING session_id`,
	takeOverClosings: `
		UPDATE closing_alarms SET leased_until_ms = ?3
		WHERE batch_id = (
			SELECT batch_id FROM closing_alarms WHERE alarm = ?1 AND ${IS_OVER} ORDER BY leased_until_ms LIMIT 1)
			AND alarm = ?1 AND ${IS_OVER}
		RETURNING batch_id`,
	findClaimedClosings: `
		SELECT sessions.*
		FROM closing_alarms AS claimed INDEXED BY closing_alarms_by_batch
		CROSS JOIN sessions ON sessions.session_id = coalesce(${held('session_id')}, ${held('bsuid')}, ${held('wa_id')})
		WHERE claimed.batch_id = ?2 AND claimed.alarm = ?1 AND claimed.leased_until_ms IS NOT NULL AND (?3 = 0 OR ${UNANSWERED})
		ORDER BY sessions.last_inbound_at_ms, sessions.session_id`,
	renewClosings: `
		UPDATE closing_alarms SET leased_until_ms = ?1
		WHERE batch_id IN (SELECT value FROM json_each(?2)) AND leased_until_ms IS NOT NULL`,
	acknowledgeClosings: `
		UPDATE closing_alarms SET leased_until_ms = NULL
		WHERE batch_id IN (SELECT value FROM json_each(?1)) AND leased_until_ms IS NOT NULL`,
	findClosings: `SELECT sessions.* ${closing('?1', '?2', '?3', '?5')} ORDER BY last_inbound_at_ms, session_id LIMIT ?4`,
};
