import type { OutboxStatements } from '../OutboxStatements';

const NEW_COLUMNS = [
	...['outbox_key', 'label', 'business_account_id', 'phone_number_id', 'bsuid', 'wa_id', 'round', 'content'],
	...['kept_at_ms', 'expires_at_ms', 'due_at_ms'],
];
const OF_PERSON = "outbox.business_account_id = ?1 AND outbox.phone_number_id = ?2 AND outbox.state = 'kept' AND outbox.expires_at_ms > ?4";
/** A message that was cancelled at the last moment and is out all the same is sent. */
const SETTLED = "(SELECT value ->> 'state' FROM json_each(?2) WHERE value ->> 'outbox_id' = outbox.outbox_id)";
const outcome = (name: string) => `(SELECT value ->> '${name}' FROM json_each(?2) WHERE value ->> 'outbox_id' = outbox.outbox_id)`;

/** The statements about what is kept until its person writes, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_OUTBOX_STATEMENTS: OutboxStatements = {
	keepMessages: `
		INSERT INTO outbox (${NEW_COLUMNS.join(', ')})
		SELECT ${NEW_COLUMNS.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?1) WHERE true
		ON CONFLICT (outbox_key) DO NOTHING`,
	findOutboxByKey: 'SELECT * FROM outbox WHERE outbox_key IN (SELECT value FROM json_each(?1))',
	hasKept: "SELECT 1 AS is_kept FROM outbox INDEXED BY outbox_kept WHERE business_account_id = ?1 AND state = 'kept' AND expires_at_ms > ?2 LIMIT 1",
	findOutboxOfPerson: `
		WITH wanted AS MATERIALIZED (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?3))
		SELECT outbox.* FROM wanted CROSS JOIN outbox ON outbox.bsuid = wanted.bsuid WHERE ${OF_PERSON}
		UNION
		SELECT outbox.* FROM wanted CROSS JOIN outbox ON outbox.wa_id = wanted.wa_id WHERE ${OF_PERSON}`,
	leaseOutbox: "UPDATE outbox SET leased_by = ?1, leased_until_ms = ?2 WHERE outbox_id IN (SELECT value FROM json_each(?3)) AND state = 'kept'",
	holdOutbox: "UPDATE outbox SET leased_until_ms = ?2 WHERE leased_by = ?1 AND state = 'kept' RETURNING outbox_id",
	settleOutbox: `
		UPDATE outbox SET state = ${SETTLED}, reason = ${outcome('reason')}, message_id = ${outcome('message_id')},
			settled_at_ms = ${outcome('settled_at_ms')}, content = CASE ${SETTLED} WHEN 'sent' THEN NULL ELSE content END,
			leased_by = NULL, leased_until_ms = NULL
		WHERE outbox_id IN (SELECT value ->> 'outbox_id' FROM json_each(?2)) AND leased_by = ?1 AND (state = 'kept' OR ${SETTLED} = 'sent')`,
	releaseOutbox: "UPDATE outbox SET leased_by = NULL, leased_until_ms = NULL, due_at_ms = ?2 WHERE leased_by = ?1 AND state = 'kept'",
	findKeptPeople: `
		SELECT DISTINCT phone_number_id, bsuid, wa_id FROM outbox INDEXED BY outbox_kept
		WHERE business_account_id = ?1 AND state = 'kept' AND expires_at_ms > ?2 AND due_at_ms <= ?2
			AND (leased_until_ms IS NULL OR leased_until_ms <= ?2) AND (
				EXISTS (SELECT 1 FROM sessions AS held WHERE held.bsuid = outbox.bsuid AND held.phone_number_id = outbox.phone_number_id AND held.last_inbound_at_ms > ?3)
				OR EXISTS (SELECT 1 FROM sessions AS held WHERE held.wa_id = outbox.wa_id AND held.phone_number_id = outbox.phone_number_id AND held.last_inbound_at_ms > ?3))
		LIMIT ?4`,
	listOutbox: `
		SELECT * FROM outbox WHERE outbox_id > ?5 AND business_account_id = ?1 AND (?4 IS NULL OR label = ?4)
			AND (?3 IS NULL OR CASE WHEN state = 'kept' AND expires_at_ms <= ?2 THEN 'givenUp' ELSE state END = ?3)
		ORDER BY outbox_id LIMIT ?6`,
	cancelOutbox: `
		UPDATE outbox SET state = 'cancelled', settled_at_ms = ?2, content = NULL
		WHERE outbox_id IN (SELECT value FROM json_each(?1)) AND state = 'kept' AND expires_at_ms > ?2 RETURNING *`,
};
