import type { HousekeepingStatements } from '../HousekeepingStatements';

const INSTANTS = ['last_inbound', 'closed_by_platform', 'referral', 'answered', 'free_said', 'renamed', 'identified', 'last_answer', 'conversation'];
const LATEST = `greatest(${INSTANTS.map((name) => `${name}_at_ms`).join(', ')}, free_until_ms, 0)`;

/**
 * The statements about what the store forgets, and how it is, in the words of Postgres; see `postgresStatements`. What another transaction
 * holds is left for the next time.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresHousekeepingStatements(schema: string): HousekeepingStatements {
	const name = `'${schema.slice(1, -1).replaceAll('""', '"').replaceAll("'", "''")}'`;
	const remove = (table: string, condition: string) => `
		DELETE FROM ${schema}.${table} WHERE ctid = ANY (ARRAY(
			SELECT ctid FROM ${schema}.${table} WHERE ${condition} LIMIT $2::int FOR UPDATE SKIP LOCKED))
		RETURNING 1 AS removed`;
	const count = (table: string, oldest: string) =>
		`SELECT '${table}' AS name, count(*) AS row_count, (${oldest === 'NULL' ? 'NULL::bigint' : `SELECT min(${oldest}) FROM ${schema}.${table}`}) AS oldest_at_ms FROM ${schema}.${table}`;
	return {
		pruneReceivedEvents: remove('received_events', 'received_at_ms < $1::bigint'),
		pruneEarlyStatuses: remove('early_statuses', 'at_ms < $1::bigint'),
		pruneRenamings: remove('renamings', 'at_ms < $1::bigint'),
		pruneTemplateChanges: remove('template_changes', 'at_ms < $1::bigint'),
		pruneMedia: remove('media', 'expires_at_ms <= $1::bigint'),
		pruneAnswerWaits: remove('answer_waits', 'gives_up_at_ms < $1::bigint'),
		pruneOutbox: remove('outbox', 'coalesce(settled_at_ms, expires_at_ms) < $1::bigint'),
		pruneClosings: remove('closing_alarms', 'last_inbound_at_ms < $1::bigint'),
		pruneClosingWatches: remove('closing_watches', 'watched_at_ms < $1::bigint'),
		pruneGatherings: remove('gatherings', 'due_at_ms < $1::bigint'),
		pruneStoreEvents: remove('store_events', 'found_at_ms < $1::bigint'),
		pruneStoreEventWatches: remove('store_event_watches', 'watched_at_ms < $1::bigint'),
		pruneSends: remove('sends', 'send_group IS NULL AND business_account_id IS NULL AND claimed_at_ms < $1::bigint'),
		pruneCountedSends: remove('sends', '(send_group IS NOT NULL OR business_account_id IS NOT NULL) AND claimed_at_ms < $1::bigint'),
		pruneUsage: remove('message_usage', 'sent_at_ms < $1::bigint'),
		pruneUsageCounts: remove('usage_counts', 'hour_ms < $1::bigint'),
		pruneChargeCounts: remove('charge_counts', 'until_ms < $1::bigint'),
		findSessionPage: `
			SELECT max(session_id) AS last FROM (
				SELECT session_id FROM ${schema}.sessions WHERE session_id > $1::bigint ORDER BY session_id LIMIT $2::int) AS page`,
		pruneSessions: `
			DELETE FROM ${schema}.sessions WHERE session_id > $1::bigint AND session_id <= $2::bigint
				AND (bsuid IS NULL OR wa_id IS NULL) AND ${LATEST} < $3::bigint
			RETURNING 1 AS removed`,

		claimPruning: `
			INSERT INTO ${schema}.prunings AS done (pruning_id, leased_until_ms) VALUES (1, $2::bigint)
			ON CONFLICT (pruning_id) DO UPDATE SET leased_until_ms = excluded.leased_until_ms
			WHERE coalesce(done.pruned_at_ms, $3::bigint) <= $3::bigint AND coalesce(done.leased_until_ms, $1::bigint) <= $1::bigint
			RETURNING pruning_id`,
		finishPruning: `
			UPDATE ${schema}.prunings SET pruned_at_ms = $1::bigint, leased_until_ms = NULL, failed_at_ms = NULL, failure = NULL`,
		failPruning: `UPDATE ${schema}.prunings SET failed_at_ms = $1::bigint, failure = $2::text, leased_until_ms = NULL`,

		countRows: [
			count('sessions', 'last_inbound_at_ms'),
			count('received_events', 'received_at_ms'),
			count('consent_entries', 'at_ms'),
			count('sends', 'claimed_at_ms'),
			count('early_statuses', 'at_ms'),
			count('renamings', 'at_ms'),
			count('template_changes', 'at_ms'),
			count('media', 'NULL'),
			count('message_usage', 'sent_at_ms'),
			count('answer_waits', 'asked_at_ms'),
			count('asked_messages', 'NULL'),
			count('outbox', 'kept_at_ms'),
			count('closing_alarms', 'last_inbound_at_ms'),
			count('closing_watches', 'watched_at_ms'),
			count('gatherings', 'due_at_ms'),
			count('store_events', 'found_at_ms'),
			count('store_event_watches', 'began_at_ms'),
			count('forgetting_keys', 'NULL'),
			count('forgotten_opt_outs', 'at_ms'),
		].join(' UNION ALL '),
		findStoreFacts: `
			SELECT 'postgres' AS kind, (SELECT version FROM ${schema}.schema_version) AS schema_version,
				(SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
					WHERE relkind = 'r' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ${name})) AS bytes,
				NULL::bigint AS free_bytes,
				(SELECT count(*) FROM ${schema}.answer_waits WHERE state = 'open' AND gives_up_at_ms > $1::bigint) AS waiting_answers,
				(SELECT count(*) FROM ${schema}.sends WHERE state <> 'sent' AND claimed_at_ms < $2::bigint) AS undecided_sends,
				(SELECT min(claimed_at_ms) FROM ${schema}.sends WHERE state <> 'sent' AND claimed_at_ms < $2::bigint) AS oldest_undecided_at_ms,
				(SELECT count(*) FROM ${schema}.closing_alarms WHERE leased_until_ms <= $1::bigint) AS late_closings,
				(SELECT max(watched_at_ms) FROM ${schema}.closing_watches) AS watched_at_ms,
				done.pruned_at_ms, done.failed_at_ms, done.failure
			FROM (SELECT 1) AS one LEFT JOIN ${schema}.prunings AS done ON true`,
	};
}
