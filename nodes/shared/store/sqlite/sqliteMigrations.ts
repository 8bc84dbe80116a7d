import { SQLITE_ANSWER_WAITS_MIGRATION } from './sqliteAnswerWaitsMigration';
import { SQLITE_BUDGET_MIGRATION } from './sqliteBudgetMigration';
import { SQLITE_CONVERSATIONS_MIGRATION } from './sqliteConversationsMigration';
import { SQLITE_REGISTER_MIGRATION } from './sqliteRegisterMigration';
import { SQLITE_CLOSING_ALARMS_MIGRATION } from './sqliteClosingAlarmsMigration';
import { SQLITE_GATHERINGS_MIGRATION } from './sqliteGatheringsMigration';
import { SQLITE_HOUSEKEEPING_MIGRATION } from './sqliteHousekeepingMigration';
import { SQLITE_OUTBOX_MIGRATION } from './sqliteOutboxMigration';
import { SQLITE_STORE_EVENTS_MIGRATION } from './sqliteStoreEventsMigration';
import { SQLITE_TEMPLATE_SENDS_MIGRATION } from './sqliteTemplateSendsMigration';
import { SQLITE_USAGE_COUNTS_MIGRATION } from './sqliteUsageCountsMigration';
import { SQLITE_USAGE_MIGRATION } from './sqliteUsageMigration';

/**
 * The schema of the embedded store, step by step; a file's `user_version` is how many of them it has seen.
 *
 * A step that was released is never changed: add another one. All instants are epoch milliseconds, UTC.
 */
export const SQLITE_MIGRATIONS: readonly string[] = [
	`
	CREATE TABLE sessions (
		session_id INTEGER PRIMARY KEY,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		last_inbound_at_ms INTEGER,
		closed_by_platform_at_ms INTEGER,
		referral_at_ms INTEGER,
		answered_at_ms INTEGER,
		identified_at_ms INTEGER,
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT;
	-- The name comes first: consent belongs to a person whatever the business number, and is looked up by name alone.
	CREATE UNIQUE INDEX sessions_by_bsuid ON sessions (bsuid, phone_number_id) WHERE bsuid IS NOT NULL;
	CREATE UNIQUE INDEX sessions_by_wa_id ON sessions (wa_id, phone_number_id) WHERE wa_id IS NOT NULL;

	CREATE TABLE received_messages (
		receiver TEXT NOT NULL,
		message_id TEXT NOT NULL,
		received_at_ms INTEGER NOT NULL,
		acknowledged_at_ms INTEGER,
		PRIMARY KEY (receiver, message_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX received_messages_by_age ON received_messages (received_at_ms);

	CREATE TABLE consent_entries (
		entry_id INTEGER PRIMARY KEY,
		business_account_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		category TEXT NOT NULL,
		state TEXT NOT NULL CHECK (state IN ('optedIn', 'optedOut')),
		at_ms INTEGER NOT NULL,
		source TEXT NOT NULL,
		evidence TEXT NOT NULL,
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT;
	CREATE INDEX consent_entries_by_bsuid ON consent_entries (bsuid, business_account_id) WHERE bsuid IS NOT NULL;
	CREATE INDEX consent_entries_by_wa_id ON consent_entries (wa_id, business_account_id) WHERE wa_id IS NOT NULL;
	CREATE TRIGGER consent_entries_are_never_changed BEFORE UPDATE ON consent_entries
		BEGIN SELECT RAISE(ABORT, 'entries of the consent ledger are added, never changed'); END;

	CREATE TABLE sends (
		send_once_key TEXT PRIMARY KEY,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		sent_as TEXT NOT NULL,
		state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'unanswered')),
		claimed_at_ms INTEGER NOT NULL,
		message_id TEXT UNIQUE,
		sent_at_ms INTEGER,
		status TEXT,
		status_at_ms INTEGER,
		error_codes TEXT
	) STRICT;

	-- Statuses of messages whose send is not on record: it is still being recorded, or another app sent them.
	CREATE TABLE early_statuses (
		message_id TEXT PRIMARY KEY,
		status TEXT NOT NULL,
		at_ms INTEGER NOT NULL,
		error_codes TEXT NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE INDEX early_statuses_by_age ON early_statuses (at_ms);
	`,
	`
	ALTER TABLE sessions ADD COLUMN renamed_at_ms INTEGER;

	-- Any kind of event, and who is at work on it.
	ALTER TABLE received_messages RENAME TO received_events;
	ALTER TABLE received_events RENAME COLUMN message_id TO event_id;
	ALTER TABLE received_events ADD COLUMN leased_by TEXT;
	ALTER TABLE received_events ADD COLUMN leased_until_ms INTEGER;
	DROP INDEX received_messages_by_age;
	CREATE INDEX received_events_by_age ON received_events (received_at_ms);

	DELETE FROM consent_entries WHERE entry_id NOT IN (
		SELECT min(entry_id) FROM consent_entries
		GROUP BY business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence);
	CREATE UNIQUE INDEX consent_entries_once ON consent_entries (
		business_account_id, coalesce(bsuid, ''), coalesce(wa_id, ''), category, state, at_ms, source, evidence);

	-- Whose names were taken over by which; kept for consent that was given under the previous ones and arrives late.
	CREATE TABLE renamings (
		business_account_id TEXT NOT NULL,
		previous_bsuid TEXT,
		previous_wa_id TEXT,
		bsuid TEXT,
		wa_id TEXT,
		at_ms INTEGER NOT NULL,
		evidence TEXT NOT NULL,
		CHECK (previous_bsuid IS NOT NULL OR previous_wa_id IS NOT NULL),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT;
	CREATE UNIQUE INDEX renamings_once ON renamings (
		business_account_id, evidence, at_ms, coalesce(previous_bsuid, ''), coalesce(previous_wa_id, ''),
		coalesce(bsuid, ''), coalesce(wa_id, ''));
	CREATE INDEX renamings_by_bsuid ON renamings (previous_bsuid, business_account_id) WHERE previous_bsuid IS NOT NULL;
	CREATE INDEX renamings_by_wa_id ON renamings (previous_wa_id, business_account_id) WHERE previous_wa_id IS NOT NULL;
	CREATE INDEX renamings_by_age ON renamings (at_ms);

	ALTER TABLE sends ADD COLUMN price TEXT;
	ALTER TABLE sends ADD COLUMN origin TEXT;
	ALTER TABLE early_statuses ADD COLUMN price TEXT;
	ALTER TABLE early_statuses ADD COLUMN business_account_id TEXT;
	`,
	`
	-- Which message templates have changed, for those who remember a list of them.
	CREATE TABLE template_changes (
		business_account_id TEXT NOT NULL,
		template_id TEXT NOT NULL,
		at_ms INTEGER NOT NULL,
		PRIMARY KEY (business_account_id, template_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX template_changes_by_age ON template_changes (at_ms);
	`,
	`
	-- Which files Meta has, by what they hold.
	CREATE TABLE media (
		business_account_id TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		sha256 TEXT NOT NULL,
		mime_type TEXT NOT NULL,
		media_id TEXT NOT NULL,
		expires_at_ms INTEGER NOT NULL,
		PRIMARY KEY (sha256, mime_type, phone_number_id, business_account_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX media_by_expiry ON media (expires_at_ms);
	`,
	`
	-- Which execution waits for whose answer to which message, and which message is the answer.
	CREATE TABLE answer_waits (
		question_id TEXT NOT NULL,
		resume_url TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		instance_id TEXT NOT NULL,
		execution_id TEXT NOT NULL,
		asked_at_ms INTEGER NOT NULL,
		gives_up_at_ms INTEGER NOT NULL,
		state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'continued', 'gone')),
		answered_by TEXT,
		claimed_by TEXT,
		claimed_until_ms INTEGER,
		PRIMARY KEY (question_id, resume_url),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX answer_waits_by_bsuid ON answer_waits (bsuid, phone_number_id) WHERE bsuid IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_wa_id ON answer_waits (wa_id, phone_number_id) WHERE wa_id IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_answer ON answer_waits (answered_by) WHERE answered_by IS NOT NULL;
	CREATE INDEX answer_waits_by_end ON answer_waits (gives_up_at_ms);
	`,
	`
	-- Which try of a send a status belongs to, and to whom a key of the builder's own has gone, under whatever name.
	ALTER TABLE sends ADD COLUMN claim_id TEXT;
	ALTER TABLE sends ADD COLUMN send_group TEXT;
	ALTER TABLE sends ADD COLUMN person_bsuid TEXT;
	ALTER TABLE sends ADD COLUMN person_wa_id TEXT;
	UPDATE sends SET send_group = 'former:' || substr(send_once_key, 5 + instr(substr(send_once_key, 5), ':')),
		person_bsuid = bsuid, person_wa_id = wa_id
		WHERE send_once_key LIKE 'own:%:%';
	CREATE INDEX sends_by_claim ON sends (claim_id) WHERE claim_id IS NOT NULL;
	CREATE INDEX sends_by_bsuid ON sends (person_bsuid, send_group) WHERE person_bsuid IS NOT NULL;
	CREATE INDEX sends_by_wa_id ON sends (person_wa_id, send_group) WHERE person_wa_id IS NOT NULL;
	CREATE INDEX sends_by_status ON sends (phone_number_id, status_at_ms) WHERE status_at_ms IS NOT NULL;
	CREATE INDEX renamings_by_new_bsuid ON renamings (bsuid, business_account_id) WHERE bsuid IS NOT NULL;
	CREATE INDEX renamings_by_new_wa_id ON renamings (wa_id, business_account_id) WHERE wa_id IS NOT NULL;
	`,
	`
	-- What Meta last said about how long messages to the person are free, and when it said so.
	ALTER TABLE sessions ADD COLUMN free_said_at_ms INTEGER;
	ALTER TABLE sessions ADD COLUMN free_until_ms INTEGER;
	`,
	`
	-- Numbers of older plans of Benin and Côte d'Ivoire in the form of today; see canonicalWaId. Consent and renamings are never
	-- changed: what was said under an old form is entered for the new one as well.
	CREATE TABLE renumbered AS
		SELECT wa_id AS old, CASE
			WHEN wa_id GLOB '229*' THEN '22901' || substr(wa_id, 4)
			WHEN wa_id GLOB '2250[1-3]*' OR wa_id GLOB '225[457][0-3]*' THEN '22501' || substr(wa_id, 4)
			WHEN wa_id GLOB '225[04-9][4-6]*' THEN '22505' || substr(wa_id, 4)
			WHEN wa_id GLOB '225[04-8][7-9]*' OR wa_id GLOB '2259[78]*' THEN '22507' || substr(wa_id, 4)
		END AS today
		FROM (
			SELECT wa_id FROM sessions UNION SELECT wa_id FROM consent_entries UNION SELECT wa_id FROM sends
			UNION SELECT wa_id FROM answer_waits UNION SELECT wa_id FROM renamings
			UNION SELECT previous_wa_id FROM renamings
		) AS names WHERE wa_id GLOB '225????????' OR wa_id GLOB '229[2-9]???????';
	DELETE FROM renumbered WHERE today IS NULL;
	INSERT OR IGNORE INTO consent_entries (business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence)
		SELECT business_account_id, bsuid, today, category, state, at_ms, source, evidence
		FROM consent_entries JOIN renumbered ON wa_id = old;
	INSERT OR IGNORE INTO renamings (business_account_id, previous_bsuid, previous_wa_id, bsuid, wa_id, at_ms, evidence)
		SELECT business_account_id, previous_bsuid, coalesce(previous.today, previous_wa_id), bsuid,
			coalesce(later.today, wa_id), at_ms, evidence
		FROM renamings LEFT JOIN renumbered AS previous ON previous_wa_id = previous.old
		LEFT JOIN renumbered AS later ON wa_id = later.old
		WHERE previous.today IS NOT NULL OR later.today IS NOT NULL;
	UPDATE OR IGNORE sessions SET wa_id = today FROM renumbered WHERE wa_id = old;
	UPDATE sends SET wa_id = today FROM renumbered WHERE wa_id = old;
	UPDATE sends SET person_wa_id = today FROM renumbered WHERE person_wa_id = old;
	UPDATE answer_waits SET wa_id = today FROM renumbered WHERE wa_id = old;
	DROP TABLE renumbered;
	`,
	SQLITE_ANSWER_WAITS_MIGRATION,
	`
	-- The words of an opt-in or opt-out.
	ALTER TABLE consent_entries ADD COLUMN wording TEXT;
	`,
	SQLITE_REGISTER_MIGRATION,
	SQLITE_CLOSING_ALARMS_MIGRATION,
	SQLITE_TEMPLATE_SENDS_MIGRATION,
	SQLITE_HOUSEKEEPING_MIGRATION,
	SQLITE_GATHERINGS_MIGRATION,
	SQLITE_OUTBOX_MIGRATION,
	SQLITE_CONVERSATIONS_MIGRATION,
	SQLITE_USAGE_MIGRATION,
	SQLITE_BUDGET_MIGRATION,
	SQLITE_STORE_EVENTS_MIGRATION,
	SQLITE_USAGE_COUNTS_MIGRATION,
];
