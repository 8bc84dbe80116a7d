import type { StoreEventStatements } from '../StoreEventStatements';
import { listOf } from './postgresSendStatements';

const OF_TOPIC = 'receiver = $1::text AND kind = $2::text';
const GIVEN = `subject = ${listOf('$3')}`;

/**
 * The statements about events that a look at the store finds, in the words of Postgres; see `postgresStatements`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresStoreEventStatements(schema: string): StoreEventStatements {
	const events = `${schema}.store_events`;
	return {
		findStoreEventWatch: `SELECT began_at_ms, watched_at_ms FROM ${schema}.store_event_watches WHERE ${OF_TOPIC}`,
		saveStoreEventWatch: `
			INSERT INTO ${schema}.store_event_watches AS known (receiver, kind, began_at_ms, watched_at_ms)
			VALUES ($1::text, $2::text, $3::bigint, $3::bigint)
			ON CONFLICT (receiver, kind) DO UPDATE SET watched_at_ms = greatest(known.watched_at_ms, excluded.watched_at_ms)`,
		findStoreEvents: `SELECT subject FROM ${events} WHERE ${OF_TOPIC} AND ${GIVEN}`,
		addStoreEvents: `
			INSERT INTO ${events} (receiver, kind, subject, found_at_ms, leased_until_ms)
			SELECT $1::text, $2::text, subject, $4::bigint, 0 FROM json_array_elements_text($3::json) AS given (subject) ORDER BY subject
			ON CONFLICT DO NOTHING`,
		addGivenUp: `
			INSERT INTO ${events} (receiver, kind, subject, found_at_ms, leased_until_ms)
			SELECT $1::text, $2::text, outbox_key, $8::bigint, 0 FROM ${schema}.outbox
			WHERE business_account_id = $3::text AND state = 'kept' AND expires_at_ms > $5::bigint AND expires_at_ms <= $6::bigint
				AND (leased_until_ms IS NULL OR leased_until_ms <= $8::bigint)
				AND ($4::json IS NULL OR phone_number_id = ${listOf('$4')})
				AND NOT EXISTS (SELECT FROM ${events} AS known
					WHERE known.receiver = $1::text AND known.kind = $2::text AND known.subject = outbox.outbox_key)
			ORDER BY expires_at_ms, outbox_id LIMIT $7::int
			ON CONFLICT DO NOTHING
			RETURNING subject`,
		// A lease that ends later than in twice its length was taken by a clock that is ahead: nobody waits an hour for it.
		claimStoreEvents: `
			UPDATE ${events} SET leased_until_ms = $4::bigint
			WHERE ${OF_TOPIC} AND subject = ANY (ARRAY(
				SELECT subject FROM ${events}
				WHERE ${OF_TOPIC} AND leased_until_ms IS NOT NULL
					AND (leased_until_ms <= $3::bigint OR leased_until_ms > $3::bigint + 2 * ($4::bigint - $3::bigint))
				ORDER BY found_at_ms LIMIT $5::int FOR UPDATE SKIP LOCKED))
			RETURNING subject, found_at_ms`,
		renewStoreEvents: `UPDATE ${events} SET leased_until_ms = $4::bigint WHERE ${OF_TOPIC} AND ${GIVEN} AND leased_until_ms IS NOT NULL`,
		settleStoreEvents: `UPDATE ${events} SET leased_until_ms = NULL WHERE ${OF_TOPIC} AND ${GIVEN}`,
		removeStoreEvents: `DELETE FROM ${events} WHERE subject = ${listOf('$2')} AND kind = $1::text`,
	};
}
