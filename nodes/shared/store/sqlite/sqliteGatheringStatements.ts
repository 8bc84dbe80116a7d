import type { GatheringStatements } from '../GatheringStatements';

const COLUMNS = ['gathering_id', 'receiver', 'phone_number_id', 'bsuid', 'wa_id', 'began_at_ms', 'due_at_ms', 'is_closed', 'messages'];

/** The statements about messages that are being gathered, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_GATHERING_STATEMENTS: GatheringStatements = {
	findGatherings: `
		WITH wanted AS MATERIALIZED (
			SELECT value ->> 'phone_number_id' AS phone_number_id, value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?2))
		SELECT gatherings.* FROM wanted CROSS JOIN gatherings ON gatherings.bsuid = wanted.bsuid AND gatherings.phone_number_id = wanted.phone_number_id
		WHERE receiver = ?1 AND is_closed = 0
		UNION
		SELECT gatherings.* FROM wanted CROSS JOIN gatherings ON gatherings.wa_id = wanted.wa_id AND gatherings.phone_number_id = wanted.phone_number_id
		WHERE receiver = ?1 AND is_closed = 0`,
	saveGatherings: `
		INSERT INTO gatherings (${COLUMNS.join(', ')})
		SELECT ${COLUMNS.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?1) WHERE true
		ON CONFLICT (gathering_id) DO UPDATE SET bsuid = excluded.bsuid, wa_id = excluded.wa_id, due_at_ms = excluded.due_at_ms, messages = excluded.messages`,
	claimGatherings: `
		UPDATE gatherings SET is_closed = 1, due_at_ms = ?3
		WHERE gathering_id IN (
			SELECT gathering_id FROM gatherings INDEXED BY gatherings_by_due WHERE receiver = ?1 AND due_at_ms <= ?2 ORDER BY due_at_ms LIMIT ?4)
		RETURNING *`,
	renewGatherings: `
		UPDATE gatherings SET due_at_ms = ?1 WHERE gathering_id IN (SELECT value FROM json_each(?2)) AND is_closed = 1`,
	removeGatherings: 'DELETE FROM gatherings WHERE gathering_id IN (SELECT value FROM json_each(?1))',
};
