/** Keeps what each trigger has told of that no webhook brings. */
export const SQLITE_STORE_EVENTS_MIGRATION = `
	CREATE TABLE store_events (
		receiver TEXT NOT NULL,
		kind TEXT NOT NULL,
		subject TEXT NOT NULL,
		found_at_ms INTEGER NOT NULL,
		-- 0 until it is claimed, null once it is told of.
		leased_until_ms INTEGER,
		PRIMARY KEY (receiver, kind, subject)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX store_events_by_lease ON store_events (receiver, kind, leased_until_ms) WHERE leased_until_ms IS NOT NULL;
	CREATE INDEX store_events_by_subject ON store_events (subject);
	CREATE INDEX store_events_by_age ON store_events (found_at_ms);

	-- Since when each trigger looks, and until when it has looked.
	CREATE TABLE store_event_watches (
		receiver TEXT NOT NULL,
		kind TEXT NOT NULL,
		began_at_ms INTEGER NOT NULL,
		watched_at_ms INTEGER NOT NULL,
		PRIMARY KEY (receiver, kind)
	) STRICT, WITHOUT ROWID;
`;
