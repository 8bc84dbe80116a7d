import type { StoreEventStatements } from '../StoreEventStatements';

const OF_TOPIC = 'receiver = ?1 AND kind = ?2';
const GIVEN = 'subject IN (SELECT value FROM json_each(?3))';

/** The statements about events that a look at the store finds, in SQLite's words; see `SQLITE_STATEMENTS`. */
export const SQLITE_STORE_EVENT_STATEMENTS: StoreEventStatements = {
	findStoreEventWatch: `SELECT began_at_ms, watched_at_ms FROM store_event_watches WHERE ${OF_TOPIC}`,
	saveStoreEventWatch: `
		INSERT INTO store_event_watches (receiver, kind, began_at_ms, watched_at_ms) VALUES (?1, ?2, ?3, ?3)
		ON CONFLICT (receiver, kind) DO UPDATE SET watched_at_ms = max(watched_at_ms, excluded.watched_at_ms)`,
	findStoreEvents: `SELECT subject FROM store_events WHERE ${OF_TOPIC} AND ${GIVEN}`,
	addStoreEvents: `
		INSERT INTO store_events (receiver, kind, subject, found_at_ms, leased_until_ms)
		SELECT ?1, ?2, value, ?4, 0 FROM json_each(?3) WHERE true
		ON CONFLICT DO NOTHING`,
	addGivenUp: `
		INSERT INTO store_events (receiver, kind, subject, found_at_ms, leased_until_ms)
		SELECT ?1, ?2, outbox_key, ?8, 0 FROM outbox INDEXED BY outbox_kept
		WHERE business_account_id = ?3 AND state = 'kept' AND expires_at_ms > ?5 AND expires_at_ms <= ?6
			AND (leased_until_ms IS NULL OR leased_until_ms <= ?8)
			AND (?4 IS NULL OR phone_number_id IN (SELECT value FROM json_each(?4)))
			AND NOT EXISTS (SELECT 1 FROM store_events AS known WHERE known.receiver = ?1 AND known.kind = ?2 AND known.subject = outbox.outbox_key)
		ORDER BY expires_at_ms, outbox_id LIMIT ?7
		ON CONFLICT DO NOTHING
		RETURNING subject`,
	// A lease that ends later than in twice its length was taken by a clock that is ahead: nobody waits an hour for it.
	claimStoreEvents: `
		UPDATE store_events SET leased_until_ms = ?4
		WHERE ${OF_TOPIC} AND subject IN (
			SELECT subject FROM store_events INDEXED BY store_events_by_lease
			WHERE ${OF_TOPIC} AND leased_until_ms IS NOT NULL AND (leased_until_ms <= ?3 OR leased_until_ms > ?3 + 2 * (?4 - ?3))
			ORDER BY found_at_ms LIMIT ?5)
		RETURNING subject, found_at_ms`,
	renewStoreEvents: `UPDATE store_events SET leased_until_ms = ?4 WHERE ${OF_TOPIC} AND ${GIVEN} AND leased_until_ms IS NOT NULL`,
	settleStoreEvents: `UPDATE store_events SET leased_until_ms = NULL WHERE ${OF_TOPIC} AND ${GIVEN}`,
	removeStoreEvents: 'DELETE FROM store_events WHERE subject IN (SELECT value FROM json_each(?2)) AND kind = ?1',
};
