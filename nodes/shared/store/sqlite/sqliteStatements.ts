import { toMovingStatements } from '../moving/toMovingStatements';
import type { StoreStatements } from '../StoreStatements';
import { SQLITE_ANSWER_STATEMENTS } from './sqliteAnswerStatements';
import { SQLITE_REGISTER_STATEMENTS } from './sqliteRegisterStatements';
import { SQLITE_CLOSING_STATEMENTS } from './sqliteClosingStatements';
import { SQLITE_GATHERING_STATEMENTS } from './sqliteGatheringStatements';
import { SQLITE_HOUSEKEEPING_STATEMENTS } from './sqliteHousekeepingStatements';
import { SQLITE_OUTBOX_STATEMENTS } from './sqliteOutboxStatements';
import { SQLITE_SEND_STATEMENTS, STATUS_VALUES } from './sqliteSendStatements';
import { SQLITE_STORE_EVENT_STATEMENTS } from './sqliteStoreEventStatements';
import { SQLITE_TEMPLATE_SEND_STATEMENTS } from './sqliteTemplateSendStatements';
import { SQLITE_USAGE_STATEMENTS } from './sqliteUsageStatements';

const KEYS = `
	SELECT key AS position, value ->> 0 AS phone_number_id, value ->> 1 AS bsuid, value ->> 2 AS wa_id
	FROM json_each(?1)`;

const SESSION_COLUMNS = `session_id, phone_number_id, bsuid, wa_id, last_inbound_at_ms, closed_by_platform_at_ms,
	referral_at_ms, answered_at_ms, free_said_at_ms, free_until_ms, renamed_at_ms, identified_at_ms, last_answer_at_ms,
	conversation, conversation_at_ms`;

/** What is read of an opt-in or opt-out. */
const CONSENT_FACT = 'category, state, at_ms, source, evidence, wording';

/** The facts under `names`, and at position -1 the key of the digests of who was forgotten. */
const CONSENT_OF_NAMES = `SELECT names.position, ${CONSENT_FACT}
		FROM names CROSS JOIN consent_entries AS entry ON entry.bsuid = names.bsuid AND entry.business_account_id = ?1
		UNION
		SELECT names.position, ${CONSENT_FACT}
		FROM names CROSS JOIN consent_entries AS entry ON entry.wa_id = names.wa_id AND entry.business_account_id = ?1
		UNION
		SELECT -1, '', '', 0, '', key, NULL FROM forgetting_keys WHERE business_account_id = ?1`;

/**
 * Whether an event that is on record may be leased by the delivery that asks for it. A lease that ends later than in twice its length was
 * taken by a clock that is ahead: nobody waits an hour for it.
 */
const IS_FREE = `known.acknowledged_at_ms IS NULL
	AND (known.leased_by IS NULL OR known.leased_by = excluded.leased_by OR known.leased_until_ms <= excluded.received_at_ms
		OR known.leased_until_ms > excluded.received_at_ms + 2 * (excluded.leased_until_ms - excluded.received_at_ms))`;

const DELIVERIES = `
	SELECT value ->> 'receiver' AS receiver, value ->> 'received_at_ms' AS received_at_ms, value ->> 'leased_by' AS leased_by,
		value ->> 'leased_until_ms' AS leased_until_ms, value -> 'event_ids' AS event_ids
	FROM json_each(?1)`;

const MEDIA_KEY = `value ->> 'business_account_id' AS business_account_id, value ->> 'phone_number_id' AS phone_number_id,
	value ->> 'sha256' AS sha256, value ->> 'mime_type' AS mime_type`;

/**
 * The statements of the store in SQLite's words. A list is read with json_each, which keeps its order in `key`. CROSS JOIN
 * is SQLite's way to say that the list comes first; left to itself it may read a whole table for it. MATERIALIZED
 * keeps it from taking a key apart again for every column.
 */
export const SQLITE_STATEMENTS: StoreStatements = {
	// A wa_id that has passed to a second BSUID does not open the window of the first one. In the order of the index, many
	// keys take a third less time where the file is not in memory.
	findSessions: `
		WITH wanted AS MATERIALIZED (${KEYS} ORDER BY bsuid, wa_id)
		SELECT wanted.position, sessions.* FROM wanted CROSS JOIN sessions USING (phone_number_id, bsuid)
		UNION ALL
		SELECT wanted.position, sessions.* FROM wanted CROSS JOIN sessions USING (phone_number_id, wa_id)
		WHERE wanted.bsuid IS NULL OR (sessions.bsuid IS NULL AND NOT EXISTS (
			SELECT 1 FROM sessions AS held WHERE held.bsuid = wanted.bsuid AND held.phone_number_id = wanted.phone_number_id))`,
	findSessionsOfPeople: `
		WITH wanted AS MATERIALIZED (${KEYS} ORDER BY bsuid, wa_id)
		SELECT wanted.position, sessions.* FROM wanted CROSS JOIN sessions USING (bsuid)
		UNION ALL
		SELECT wanted.position, sessions.* FROM wanted CROSS JOIN sessions USING (wa_id)`,
	loadSessions: `
		WITH wanted AS MATERIALIZED (${KEYS})
		SELECT sessions.* FROM wanted CROSS JOIN sessions USING (phone_number_id, bsuid)
		UNION
		SELECT sessions.* FROM wanted CROSS JOIN sessions USING (phone_number_id, wa_id)`,
	findPairs: `
		WITH wanted AS MATERIALIZED (SELECT key AS position, value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?1))
		SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
		FROM wanted CROSS JOIN sessions ON sessions.bsuid = wanted.bsuid AND sessions.wa_id IS NOT NULL
		UNION
		SELECT wanted.position, sessions.phone_number_id, sessions.bsuid, sessions.wa_id
		FROM wanted CROSS JOIN sessions ON sessions.wa_id = wanted.wa_id AND sessions.bsuid IS NOT NULL`,
	removeSessions: 'DELETE FROM sessions WHERE session_id IN (SELECT value FROM json_each(?1))',
	saveSessions: `
		INSERT INTO sessions (${SESSION_COLUMNS})
		SELECT value ->> 'session_id', value ->> 'phone_number_id', value ->> 'bsuid', value ->> 'wa_id',
			value ->> 'last_inbound_at_ms', value ->> 'closed_by_platform_at_ms', value ->> 'referral_at_ms',
			value ->> 'answered_at_ms', value ->> 'free_said_at_ms', value ->> 'free_until_ms', value ->> 'renamed_at_ms',
			value ->> 'identified_at_ms', value ->> 'last_answer_at_ms', value ->> 'conversation', value ->> 'conversation_at_ms'
		FROM json_each(?1) WHERE true
		ON CONFLICT (session_id) DO UPDATE SET
			last_inbound_at_ms = excluded.last_inbound_at_ms,
			closed_by_platform_at_ms = excluded.closed_by_platform_at_ms,
			referral_at_ms = excluded.referral_at_ms,
			answered_at_ms = excluded.answered_at_ms,
			free_said_at_ms = excluded.free_said_at_ms,
			free_until_ms = excluded.free_until_ms,
			renamed_at_ms = excluded.renamed_at_ms,
			identified_at_ms = excluded.identified_at_ms,
			last_answer_at_ms = excluded.last_answer_at_ms,
			conversation = excluded.conversation,
			conversation_at_ms = excluded.conversation_at_ms`,

	// Every row is written, if only with what it held before: only rows that were written are returned.
	leaseEvents: `
		WITH delivery AS MATERIALIZED (${DELIVERIES})
		INSERT INTO received_events AS known (receiver, event_id, received_at_ms, leased_by, leased_until_ms)
		SELECT delivery.receiver, event.value, delivery.received_at_ms, delivery.leased_by, delivery.leased_until_ms
		FROM delivery CROSS JOIN json_each(delivery.event_ids) AS event WHERE true
		ON CONFLICT (receiver, event_id) DO UPDATE SET
			leased_by = CASE WHEN ${IS_FREE} THEN excluded.leased_by ELSE known.leased_by END,
			leased_until_ms = CASE WHEN ${IS_FREE} THEN excluded.leased_until_ms ELSE known.leased_until_ms END
		RETURNING receiver, event_id, acknowledged_at_ms, leased_by`,
	renewLease: `
		UPDATE received_events SET leased_until_ms = ?3
		WHERE receiver = ?1 AND event_id IN (SELECT value FROM json_each(?4)) AND leased_by = ?2`,
	releaseEvents: `
		UPDATE received_events SET leased_by = NULL, leased_until_ms = NULL
		WHERE receiver = ?1 AND event_id IN (SELECT value FROM json_each(?3)) AND leased_by = ?2`,
	acknowledgeEvents: `
		WITH handled AS MATERIALIZED (
			SELECT value ->> 'receiver' AS receiver, value ->> 'at_ms' AS at_ms, value -> 'event_ids' AS event_ids FROM json_each(?1))
		INSERT INTO received_events (receiver, event_id, received_at_ms, acknowledged_at_ms)
		SELECT handled.receiver, event.value, handled.at_ms, handled.at_ms
		FROM handled CROSS JOIN json_each(handled.event_ids) AS event WHERE true
		ON CONFLICT (receiver, event_id) DO UPDATE SET
			acknowledged_at_ms = coalesce(acknowledged_at_ms, excluded.acknowledged_at_ms),
			leased_by = NULL,
			leased_until_ms = NULL`,

	...SQLITE_SEND_STATEMENTS,

	findEarlyStatuses: 'SELECT * FROM early_statuses WHERE message_id IN (SELECT value FROM json_each(?1))',
	saveEarlyStatuses: `
		INSERT INTO early_statuses (message_id, status, at_ms, error_codes, price, business_account_id) ${STATUS_VALUES}
		ON CONFLICT (message_id) DO UPDATE SET
			status = excluded.status,
			at_ms = excluded.at_ms,
			error_codes = excluded.error_codes,
			price = excluded.price,
			business_account_id = excluded.business_account_id`,
	removeEarlyStatuses: 'DELETE FROM early_statuses WHERE message_id IN (SELECT value FROM json_each(?1))',

	// BEGIN IMMEDIATE keeps all other writers away.
	lockConsent: '',
	recordConsent: `
		INSERT INTO consent_entries (business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence, wording)
		SELECT value ->> 'business_account_id', value ->> 'bsuid', value ->> 'wa_id', value ->> 'category',
			value ->> 'state', value ->> 'at_ms', value ->> 'source', value ->> 'evidence', value ->> 'wording'
		FROM json_each(?1) WHERE true
		ON CONFLICT DO NOTHING
		RETURNING business_account_id, bsuid, wa_id`,
	findConsent: `
		WITH wanted AS MATERIALIZED (
			SELECT key AS position, value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id FROM json_each(?2)
			-- An empty ledger, as most are, costs nothing.
			WHERE (SELECT max(rowid) FROM consent_entries) IS NOT NULL),
		names AS (
			SELECT position, bsuid, wa_id FROM wanted
			UNION ALL
			SELECT wanted.position, sessions.bsuid, NULL FROM wanted CROSS JOIN sessions USING (wa_id) WHERE sessions.bsuid IS NOT NULL
			UNION ALL
			SELECT wanted.position, NULL, sessions.wa_id FROM wanted CROSS JOIN sessions USING (bsuid) WHERE sessions.wa_id IS NOT NULL)
		${CONSENT_OF_NAMES}`,
	findConsentOfNames: `
		WITH names AS MATERIALIZED (
			SELECT value ->> 0 AS position, value ->> 1 AS bsuid, value ->> 2 AS wa_id FROM json_each(?2)
			WHERE (SELECT max(rowid) FROM consent_entries) IS NOT NULL)
		${CONSENT_OF_NAMES}`,

	recordRenamings: `
		INSERT INTO renamings (business_account_id, previous_bsuid, previous_wa_id, bsuid, wa_id, at_ms, evidence)
		SELECT value ->> 'business_account_id', value ->> 'previous_bsuid', value ->> 'previous_wa_id', value ->> 'bsuid',
			value ->> 'wa_id', value ->> 'at_ms', value ->> 'evidence'
		FROM json_each(?1) WHERE true
		ON CONFLICT DO NOTHING`,
	findRenamings: `
		WITH wanted AS MATERIALIZED (
			SELECT value ->> 'business_account_id' AS business_account_id, value ->> 'bsuid' AS bsuid, value ->> 'wa_id' AS wa_id
			FROM json_each(?1))
		SELECT renamings.* FROM wanted CROSS JOIN renamings
			ON renamings.previous_bsuid = wanted.bsuid AND renamings.business_account_id = wanted.business_account_id
		UNION
		SELECT renamings.* FROM wanted CROSS JOIN renamings
			ON renamings.previous_wa_id = wanted.wa_id AND renamings.business_account_id = wanted.business_account_id`,

	recordTemplateChanges: `
		INSERT INTO template_changes (business_account_id, template_id, at_ms)
		SELECT value ->> 'business_account_id', value ->> 'template_id', value ->> 'at_ms' FROM json_each(?1) WHERE true
		ON CONFLICT (business_account_id, template_id) DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)`,
	findTemplateChanges: 'SELECT template_id, at_ms FROM template_changes WHERE business_account_id = ?1 AND at_ms >= ?2',

	findMedia: `
		WITH wanted AS MATERIALIZED (SELECT key AS position, ${MEDIA_KEY} FROM json_each(?1))
		SELECT wanted.position, media.media_id, media.expires_at_ms
		FROM wanted CROSS JOIN media USING (sha256, mime_type, phone_number_id, business_account_id)
		WHERE media.expires_at_ms > ?2`,
	recordMedia: `
		INSERT INTO media (business_account_id, phone_number_id, sha256, mime_type, media_id, expires_at_ms)
		SELECT ${MEDIA_KEY}, value ->> 'media_id', value ->> 'expires_at_ms' FROM json_each(?1) WHERE true
		ON CONFLICT (sha256, mime_type, phone_number_id, business_account_id) DO UPDATE SET
			media_id = excluded.media_id,
			expires_at_ms = excluded.expires_at_ms
		WHERE excluded.expires_at_ms > media.expires_at_ms`,
	forgetMedia: `
		DELETE FROM media WHERE (business_account_id, phone_number_id, sha256, mime_type, media_id) IN (
			SELECT ${MEDIA_KEY}, value ->> 'media_id' FROM json_each(?1))`,

	forgetMediaIds: `
		DELETE FROM media WHERE (phone_number_id, media_id) IN (SELECT value ->> 'phone_number_id', value ->> 'media_id' FROM json_each(?1))`,

	...SQLITE_ANSWER_STATEMENTS,
	...SQLITE_REGISTER_STATEMENTS,
	...SQLITE_CLOSING_STATEMENTS,
	...SQLITE_GATHERING_STATEMENTS,
	...SQLITE_TEMPLATE_SEND_STATEMENTS,
	...SQLITE_USAGE_STATEMENTS,
	...SQLITE_HOUSEKEEPING_STATEMENTS,
	...SQLITE_OUTBOX_STATEMENTS,
	...SQLITE_STORE_EVENT_STATEMENTS,
	...toMovingStatements({
		table: (name) => name,
		parameter: (position) => `?${position}`,
		lookUp: (table, condition) => `${table} AS held WHERE ${condition}`,
		given: (columns) => `(SELECT ${Object.keys(columns).map((name) => `value ->> '${name}' AS ${name}`).join(', ')} FROM json_each(?1)) AS given`,
	}),
};
