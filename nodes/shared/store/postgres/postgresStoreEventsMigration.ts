/**
 * Keeps what each trigger has told of that no webhook brings; see `SQLITE_STORE_EVENTS_MIGRATION`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresStoreEventsMigration(schema: string): string {
	return `
		CREATE TABLE ${schema}.store_events (
			receiver text NOT NULL,
			kind text NOT NULL,
			subject text NOT NULL,
			found_at_ms bigint NOT NULL,
			-- 0 until it is claimed, null once it is told of.
			leased_until_ms bigint,
			PRIMARY KEY (receiver, kind, subject)
		);
		CREATE INDEX store_events_by_lease ON ${schema}.store_events (receiver, kind, leased_until_ms) WHERE leased_until_ms IS NOT NULL;
		CREATE INDEX store_events_by_subject ON ${schema}.store_events (subject);
		CREATE INDEX store_events_by_age ON ${schema}.store_events (found_at_ms);

		-- Since when each trigger looks, and until when it has looked.
		CREATE TABLE ${schema}.store_event_watches (
			receiver text NOT NULL,
			kind text NOT NULL,
			began_at_ms bigint NOT NULL,
			watched_at_ms bigint NOT NULL,
			PRIMARY KEY (receiver, kind)
		);
	`;
}
