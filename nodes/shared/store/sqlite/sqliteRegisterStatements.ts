import type { RegisterStatements } from '../RegisterStatements';

const LISTED = `SELECT * FROM sessions INDEXED BY sessions_by_last_inbound
	WHERE phone_number_id IN (SELECT value FROM json_each(?1))`;

const NAMES = `wanted AS MATERIALIZED (
	SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id, value ->> 'until_ms' AS until_ms FROM json_each(?2))`;
const OF_NUMBERS = 'phone_number_id IN (SELECT value FROM json_each(?1))';

/** Looks rows of a table up by either name. */
const byName = (table: string, rows: string, condition: string, names: Array<[column: string, name: string]>) => `
	WITH ${NAMES}
	${names
		.map(([column, name]) => `SELECT ${table}.${rows} FROM wanted CROSS JOIN ${table} ON ${table}.${column} = wanted.${name} WHERE ${condition}`)
		.join(' UNION ')}`;

const BOTH: Array<[string, string]> = [
	['bsuid', 'bsuid'],
	['wa_id', 'wa_id'],
];
const renamingsOf = (rows: string) =>
	byName('renamings', rows, 'business_account_id = ?1 AND at_ms <= until_ms', [...BOTH, ['previous_bsuid', 'bsuid'], ['previous_wa_id', 'wa_id']]);

/** Whether somebody has written under the previous name of a renaming since. */
const IS_TAKEN = `EXISTS (
	SELECT 1 FROM sessions AS held WHERE (held.bsuid = wanted.bsuid OR held.wa_id = wanted.wa_id)
		AND max(coalesce(held.last_inbound_at_ms, 0), coalesce(held.identified_at_ms, 0)) > renamings.at_ms)`;

/** The statements about lists of people, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_REGISTER_STATEMENTS: RegisterStatements = {
	listSessionsOldestFirst: `${LISTED} AND (last_inbound_at_ms, session_id) > (?2, ?3) AND last_inbound_at_ms < ?4
		ORDER BY last_inbound_at_ms, session_id LIMIT ?5`,
	listSessionsNewestFirst: `${LISTED} AND (last_inbound_at_ms, session_id) < (?2, ?3) AND last_inbound_at_ms >= ?4
		ORDER BY last_inbound_at_ms DESC, session_id DESC LIMIT ?5`,
	countOwnedElsewhere: `SELECT count(*) AS row_count FROM sessions
		WHERE conversation_at_ms >= ?2 AND phone_number_id IN (SELECT value FROM json_each(?1)) AND conversation ->> '$.owner.isElsewhere' = 1`,
	listConsentHolders: `
		SELECT entry_id,
			coalesce(bsuid, (SELECT held.bsuid FROM sessions AS held WHERE held.wa_id = entry.wa_id AND held.bsuid IS NOT NULL LIMIT 1)) AS bsuid,
			coalesce(wa_id, (SELECT held.wa_id FROM sessions AS held WHERE held.bsuid = entry.bsuid AND held.wa_id IS NOT NULL LIMIT 1)) AS wa_id
		FROM consent_entries AS entry
		WHERE entry_id > ?2 AND business_account_id = ?1 AND category IN (SELECT value FROM json_each(?3))
		ORDER BY entry_id LIMIT ?4`,

	findLinkedNames: `
		WITH wanted AS MATERIALIZED (
			SELECT key AS position, value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?2))
		SELECT position, 'together' AS link, sessions.bsuid, sessions.wa_id, NULL AS at_ms
		FROM wanted CROSS JOIN sessions ON sessions.bsuid = wanted.bsuid
		UNION
		SELECT position, 'together', sessions.bsuid, sessions.wa_id, NULL FROM wanted CROSS JOIN sessions ON sessions.wa_id = wanted.wa_id
		UNION
		SELECT position, 'later', renamings.bsuid, renamings.wa_id, at_ms FROM wanted CROSS JOIN renamings
			ON renamings.previous_bsuid = wanted.bsuid AND business_account_id = ?1 WHERE NOT ${IS_TAKEN}
		UNION
		SELECT position, 'later', renamings.bsuid, renamings.wa_id, at_ms FROM wanted CROSS JOIN renamings
			ON renamings.previous_wa_id = wanted.wa_id AND business_account_id = ?1 WHERE NOT ${IS_TAKEN}
		UNION
		SELECT position, 'former', previous_bsuid, previous_wa_id, at_ms FROM wanted CROSS JOIN renamings
			ON renamings.bsuid = wanted.bsuid AND business_account_id = ?1
		UNION
		SELECT position, 'former', previous_bsuid, previous_wa_id, at_ms FROM wanted CROSS JOIN renamings
			ON renamings.wa_id = wanted.wa_id AND business_account_id = ?1`,
	findContactSessions: byName('sessions', '*', OF_NUMBERS, BOTH),
	findContactConsent: byName('consent_entries', '*', 'business_account_id = ?1 AND at_ms <= until_ms', BOTH),
	findContactSends: byName('sends', '*', `${OF_NUMBERS} AND claimed_at_ms <= until_ms`, BOTH),
	findContactWaits: byName('answer_waits', '*', `${OF_NUMBERS} AND asked_at_ms <= until_ms`, BOTH),
	findContactOutbox: byName('outbox', '*', `${OF_NUMBERS} AND kept_at_ms <= until_ms`, BOTH),
	findContactRenamings: renamingsOf('*'),
	findContactGatherings: byName('gatherings', '*', `${OF_NUMBERS} AND began_at_ms <= until_ms`, BOTH),
	removeConsent: 'DELETE FROM consent_entries WHERE entry_id IN (SELECT value FROM json_each(?1))',
	removeSends: 'DELETE FROM sends WHERE send_once_key IN (SELECT value FROM json_each(?1))',
	removeWaits: 'DELETE FROM answer_waits WHERE wait_id IN (SELECT value FROM json_each(?1))',
	removeOutbox: 'DELETE FROM outbox WHERE outbox_id IN (SELECT value FROM json_each(?1))',
	removeRenamings: `DELETE FROM renamings WHERE rowid IN (${renamingsOf('rowid')})`,

	makeForgettingKey: 'INSERT INTO forgetting_keys (business_account_id, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING',
	findForgettingKeys: 'SELECT business_account_id, key FROM forgetting_keys',
	recordForgottenOptOuts: `
		INSERT INTO forgotten_opt_outs (business_account_id, digest, category, at_ms)
		SELECT value ->> 'business_account_id', value ->> 'digest', value ->> 'category', value ->> 'at_ms' FROM json_each(?1) WHERE true
		ON CONFLICT DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)`,
	findForgottenOptOuts: `
		SELECT digest, category, at_ms FROM json_each(?2) AS wanted
		CROSS JOIN forgotten_opt_outs ON business_account_id = ?1 AND digest = wanted.value`,
};
