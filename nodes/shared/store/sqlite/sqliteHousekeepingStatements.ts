import type { HousekeepingStatements } from '../HousekeepingStatements';

/** Removes up to ?2 rows of a table, which are found by an index. */
const remove = (table: string, key: string, condition: string, index = '') => `
	DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} ${index} WHERE ${condition} LIMIT ?2) RETURNING 1 AS removed`;

const LATEST = `max(${['last_inbound', 'closed_by_platform', 'referral', 'answered', 'free_said', 'renamed', 'identified', 'last_answer', 'conversation']
	.map((name) => `coalesce(${name}_at_ms, 0)`)
	.join(', ')}, coalesce(free_until_ms, 0))`;

const count = (table: string, oldest: string) => `SELECT '${table}' AS name, count(*) AS row_count, ${oldest} AS oldest_at_ms FROM ${table}`;
const oldestOf = (table: string, column: string, condition = '1') => `(SELECT min(${column}) FROM ${table} WHERE ${condition})`;

/** The statements about what the store forgets, and how it is, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_HOUSEKEEPING_STATEMENTS: HousekeepingStatements = {
	pruneReceivedEvents: remove('received_events', 'receiver, event_id', 'received_at_ms < ?1'),
	pruneEarlyStatuses: remove('early_statuses', 'message_id', 'at_ms < ?1'),
	pruneRenamings: remove('renamings', 'rowid', 'at_ms < ?1'),
	pruneTemplateChanges: remove('template_changes', 'business_account_id, template_id', 'at_ms < ?1'),
	pruneMedia: remove('media', 'sha256, mime_type, phone_number_id, business_account_id', 'expires_at_ms <= ?1'),
	pruneAnswerWaits: remove('answer_waits', 'wait_id', 'gives_up_at_ms < ?1'),
	pruneOutbox: remove('outbox', 'outbox_id', 'coalesce(settled_at_ms, expires_at_ms) < ?1', 'INDEXED BY outbox_by_end'),
	pruneClosings: remove('closing_alarms', 'alarm, last_inbound_at_ms, phone_number_id, session_id', 'last_inbound_at_ms < ?1'),
	pruneClosingWatches: remove('closing_watches', 'alarm', 'watched_at_ms < ?1'),
	pruneGatherings: remove('gatherings', 'gathering_id', 'due_at_ms < ?1'),
	pruneStoreEvents: remove('store_events', 'receiver, kind, subject', 'found_at_ms < ?1'),
	pruneStoreEventWatches: remove('store_event_watches', 'receiver, kind', 'watched_at_ms < ?1'),
	pruneSends: remove('sends', 'rowid', 'send_group IS NULL AND business_account_id IS NULL AND claimed_at_ms < ?1', 'INDEXED BY sends_by_age'),
	pruneCountedSends: remove(
		'sends',
		'rowid',
		'(send_group IS NOT NULL OR business_account_id IS NOT NULL) AND claimed_at_ms < ?1',
		'INDEXED BY counted_sends_by_age',
	),
	pruneUsage: remove('message_usage', 'message_digest', 'sent_at_ms < ?1'),
	pruneUsageCounts: remove('usage_counts', 'phone_number_id, counted, hour_ms, category, price_type, billable', 'hour_ms < ?1'),
	pruneChargeCounts: remove('charge_counts', 'phone_number_id, from_ms, until_ms', 'until_ms < ?1'),
	findSessionPage: 'SELECT max(session_id) AS last FROM (SELECT session_id FROM sessions WHERE session_id > ?1 ORDER BY session_id LIMIT ?2)',
	pruneSessions: `
		DELETE FROM sessions WHERE session_id > ?1 AND session_id <= ?2 AND (bsuid IS NULL OR wa_id IS NULL) AND ${LATEST} < ?3
		RETURNING 1 AS removed`,

	claimPruning: `
		INSERT INTO prunings (pruning_id, leased_until_ms) VALUES (1, ?2)
		ON CONFLICT (pruning_id) DO UPDATE SET leased_until_ms = excluded.leased_until_ms
		WHERE coalesce(prunings.pruned_at_ms, ?3) <= ?3 AND coalesce(prunings.leased_until_ms, ?1) <= ?1
		RETURNING pruning_id`,
	finishPruning: 'UPDATE prunings SET pruned_at_ms = ?1, leased_until_ms = NULL, failed_at_ms = NULL, failure = NULL',
	failPruning: 'UPDATE prunings SET failed_at_ms = ?1, failure = ?2, leased_until_ms = NULL',

	countRows: [
		count('sessions', oldestOf('sessions', 'last_inbound_at_ms', 'last_inbound_at_ms IS NOT NULL')),
		count('received_events', oldestOf('received_events', 'received_at_ms')),
		count('consent_entries', 'min(at_ms)'),
		count(
			'sends',
			`(SELECT min(oldest) FROM (
				SELECT ${oldestOf('sends', 'claimed_at_ms', 'send_group IS NULL AND business_account_id IS NULL')} AS oldest
				UNION ALL SELECT ${oldestOf('sends', 'claimed_at_ms', '(send_group IS NOT NULL OR business_account_id IS NOT NULL)')}))`,
		),
		count('early_statuses', oldestOf('early_statuses', 'at_ms')),
		count('renamings', oldestOf('renamings', 'at_ms')),
		count('template_changes', oldestOf('template_changes', 'at_ms')),
		count('media', 'NULL'),
		count('message_usage', oldestOf('message_usage', 'sent_at_ms')),
		count('answer_waits', 'min(asked_at_ms)'),
		count('asked_messages', 'NULL'),
		count('outbox', 'min(kept_at_ms)'),
		count('closing_alarms', oldestOf('closing_alarms', 'last_inbound_at_ms')),
		count('closing_watches', 'min(watched_at_ms)'),
		count('gatherings', oldestOf('gatherings', 'due_at_ms')),
		count('store_events', oldestOf('store_events', 'found_at_ms')),
		count('store_event_watches', 'min(began_at_ms)'),
		count('forgetting_keys', 'NULL'),
		count('forgotten_opt_outs', 'min(at_ms)'),
	].join(' UNION ALL '),
	findStoreFacts: `
		SELECT 'embedded' AS kind, version.user_version AS schema_version, pages.page_count * size.page_size AS bytes,
			free.freelist_count * size.page_size AS free_bytes,
			(SELECT count(*) FROM answer_waits WHERE state = 'open' AND gives_up_at_ms > ?1) AS waiting_answers,
			(SELECT count(*) FROM sends WHERE state <> 'sent' AND claimed_at_ms < ?2) AS undecided_sends,
			${oldestOf('sends', 'claimed_at_ms', "state <> 'sent' AND claimed_at_ms < ?2")} AS oldest_undecided_at_ms,
			(SELECT count(*) FROM closing_alarms WHERE leased_until_ms <= ?1) AS late_closings,
			(SELECT max(watched_at_ms) FROM closing_watches) AS watched_at_ms,
			done.pruned_at_ms, done.failed_at_ms, done.failure
		FROM pragma_user_version AS version, pragma_page_count AS pages, pragma_page_size AS size, pragma_freelist_count AS free
		LEFT JOIN prunings AS done ON true`,
};
