import type { SendStatements } from '../StoreStatements';

/** The columns of statuses, from a list of them. */
export const STATUS_VALUES = `
	SELECT value ->> 'message_id' AS message_id, value ->> 'status' AS status, value ->> 'at_ms' AS at_ms,
		value ->> 'error_codes' AS error_codes, value ->> 'price' AS price,
		value ->> 'business_account_id' AS business_account_id
	FROM json_each(?1) WHERE true`;

/** The statements about sends in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_SEND_STATEMENTS: SendStatements = {
	// BEGIN IMMEDIATE keeps all other writers away.
	lockMessages: '',
	findSendsByMessageId: 'SELECT * FROM sends WHERE message_id IN (SELECT value FROM json_each(?1))',
	findSendsByKey: 'SELECT * FROM sends WHERE send_once_key IN (SELECT value FROM json_each(?1))',
	// BEGIN IMMEDIATE keeps all other writers away.
	lockSendGroups: '',
	findOtherNames: `
		WITH wanted AS MATERIALIZED (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?2))
		SELECT sessions.bsuid, sessions.wa_id FROM wanted CROSS JOIN sessions ON sessions.bsuid = wanted.bsuid
		UNION
		SELECT sessions.bsuid, sessions.wa_id FROM wanted CROSS JOIN sessions ON sessions.wa_id = wanted.wa_id
		UNION
		SELECT renamings.bsuid, renamings.wa_id FROM wanted CROSS JOIN renamings
			ON renamings.previous_bsuid = wanted.bsuid AND renamings.business_account_id = ?1
		UNION
		SELECT renamings.bsuid, renamings.wa_id FROM wanted CROSS JOIN renamings
			ON renamings.previous_wa_id = wanted.wa_id AND renamings.business_account_id = ?1
		UNION
		SELECT renamings.previous_bsuid, renamings.previous_wa_id FROM wanted CROSS JOIN renamings
			ON renamings.bsuid = wanted.bsuid AND renamings.business_account_id = ?1
		UNION
		SELECT renamings.previous_bsuid, renamings.previous_wa_id FROM wanted CROSS JOIN renamings
			ON renamings.wa_id = wanted.wa_id AND renamings.business_account_id = ?1`,
	findSendsOfPerson: `
		WITH wanted AS MATERIALIZED (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?4)),
		theirs AS (
			SELECT sends.* FROM wanted CROSS JOIN sends ON sends.send_group IN (?1, ?2) AND sends.person_bsuid = wanted.bsuid
			UNION
			SELECT sends.* FROM wanted CROSS JOIN sends ON sends.send_group IN (?1, ?2) AND sends.person_wa_id = wanted.wa_id)
		SELECT * FROM theirs WHERE (send_group = ?1 OR phone_number_id = ?3) AND status IS NOT 'failed'`,
	nameSends: `
		UPDATE sends SET person_bsuid = pair.bsuid
		FROM (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?1)) AS pair
		WHERE sends.person_wa_id = pair.wa_id AND sends.person_bsuid IS NULL`,
	nameConsent: `
		INSERT INTO consent_entries (business_account_id, bsuid, category, state, at_ms, source, evidence, wording)
		SELECT entry.business_account_id, pair.bsuid, entry.category, entry.state, entry.at_ms, entry.source, entry.evidence, entry.wording
		FROM (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?1)) AS pair
		CROSS JOIN consent_entries AS entry ON entry.wa_id = pair.wa_id AND entry.bsuid IS NULL
		WHERE true
		ON CONFLICT DO NOTHING`,
	nameOptOuts: `
		INSERT INTO consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence, wording)
		SELECT entry.business_account_id, pair.wa_id, entry.category, entry.state, entry.at_ms, entry.source, entry.evidence, entry.wording
		FROM (SELECT value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?1)) AS pair
		CROSS JOIN consent_entries AS entry ON entry.bsuid = pair.bsuid AND entry.wa_id IS NULL
		WHERE entry.state = 'optedOut'
		ON CONFLICT DO NOTHING`,
	findLateStatus: 'SELECT 1 AS found FROM sends WHERE phone_number_id = ?1 AND status_at_ms >= ?2 LIMIT 1',
	claimSends: `
		INSERT INTO sends (send_once_key, send_group, person_bsuid, person_wa_id, claim_id, phone_number_id, bsuid, wa_id, sent_as,
			state, claimed_at_ms, origin, business_account_id, template_category, counts_as)
		SELECT value ->> 'send_once_key', value ->> 'send_group', value ->> 'person_bsuid', value ->> 'person_wa_id',
			value ->> 'claim_id', value ->> 'phone_number_id', value ->> 'bsuid', value ->> 'wa_id', value ->> 'sent_as', 'claimed', value ->> 'claimed_at_ms', value ->> 'origin',
			value ->> 'business_account_id', value ->> 'template_category', value ->> 'counts_as'
		FROM json_each(?1) WHERE true
		ON CONFLICT (send_once_key) DO NOTHING
		RETURNING send_once_key`,
	takeOverSends: `
		UPDATE sends SET claim_id = claim.claim_id, state = 'claimed', sent_as = claim.sent_as, claimed_at_ms = claim.claimed_at_ms,
			origin = claim.origin, business_account_id = claim.business_account_id, template_category = claim.template_category, counts_as = claim.counts_as,
			person_bsuid = coalesce(sends.person_bsuid, claim.person_bsuid), person_wa_id = coalesce(sends.person_wa_id, claim.person_wa_id)
		FROM (
			SELECT value ->> 'send_once_key' AS send_once_key, value ->> 'former_claim_id' AS former_claim_id,
				value ->> 'claim_id' AS claim_id, value ->> 'sent_as' AS sent_as, value ->> 'claimed_at_ms' AS claimed_at_ms,
				value ->> 'origin' AS origin, value ->> 'business_account_id' AS business_account_id,
				value ->> 'template_category' AS template_category, value ->> 'person_bsuid' AS person_bsuid,
				value ->> 'person_wa_id' AS person_wa_id, value ->> 'counts_as' AS counts_as
			FROM json_each(?1)) AS claim
		WHERE sends.send_once_key = claim.send_once_key AND sends.claim_id IS claim.former_claim_id AND sends.state <> 'sent'
		RETURNING sends.send_once_key`,
	settleSends: `
		UPDATE sends SET state = outcome.state, message_id = outcome.message_id, sent_at_ms = outcome.sent_at_ms
		FROM (
			SELECT value ->> 'send_once_key' AS send_once_key, value ->> 'claim_id' AS claim_id, value ->> 'state' AS state,
				value ->> 'message_id' AS message_id, value ->> 'sent_at_ms' AS sent_at_ms
			FROM json_each(?1)) AS outcome
		WHERE sends.send_once_key = outcome.send_once_key AND sends.claim_id IS outcome.claim_id AND sends.state <> 'sent'`,
	settleSendsByStatus: `
		UPDATE sends SET state = 'sent', message_id = notice.message_id, sent_at_ms = sends.claimed_at_ms
		FROM (SELECT value ->> 'claim_id' AS claim_id, value ->> 'message_id' AS message_id FROM json_each(?1)) AS notice
		WHERE sends.claim_id = notice.claim_id AND sends.state <> 'sent'`,
	retireFailedSends: `
		UPDATE sends SET send_once_key = send_once_key || ' failed as ' || message_id
		WHERE send_once_key IN (SELECT value FROM json_each(?1)) AND status = 'failed'`,
	releaseSends: `
		DELETE FROM sends WHERE state <> 'sent' AND EXISTS (
			SELECT 1 FROM json_each(?1)
			WHERE value ->> 'send_once_key' = sends.send_once_key AND value ->> 'claim_id' IS sends.claim_id)
			AND send_once_key IN (SELECT value ->> 'send_once_key' FROM json_each(?1))
		RETURNING send_once_key`,
	saveSendStatuses: `
		UPDATE sends SET status = notice.status, status_at_ms = notice.at_ms, error_codes = notice.error_codes,
			price = notice.price
		FROM (${STATUS_VALUES}) AS notice
		WHERE sends.message_id = notice.message_id`,
};
