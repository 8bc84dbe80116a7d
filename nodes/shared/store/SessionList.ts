import type { Session } from '../domain/Session';

/** Which sessions to list. All instants are epoch milliseconds, UTC. */
export interface SessionQuery {
	/** Business numbers whose sessions are wanted; none of the others is looked at. */
	phoneNumberIds: string[];
	/** Only those whose newest inbound message is not older than this instant. */
	fromMs: number;
	/** Only those whose newest inbound message is older than this instant. */
	untilMs: number;
	/** `oldestFirst`: the window that closes first comes first; `newestFirst`: who wrote last comes first. */
	order: 'oldestFirst' | 'newestFirst';
	/** The page after the one that gave this; undefined for the first one. */
	after?: SessionCursor;
	/** Sessions of a page at the most. */
	limit: number;
}

/** The last session of a page. */
export interface SessionCursor {
	lastInboundAtMs: number;
	sessionId: number;
}

/** A part of a list. */
export interface SessionPage {
	sessions: Session[];
	/** Where the next page begins; undefined after the last one. */
	next?: SessionCursor;
}

/** Lists who wrote. */
export interface SessionList {
	/**
	 * Gives one page of the sessions of people who ever wrote or called, in one statement that reads an index.
	 *
	 * A session that moves in the order while its pages are read may be missed or come twice.
	 */
	listSessions(query: SessionQuery): Promise<SessionPage>;
	/**
	 * Counts the conversations that another responder owns, by what was learned since an instant; epoch milliseconds, UTC.
	 *
	 * @param phoneNumberIds - business numbers whose conversations are counted
	 */
	countOwnedElsewhere(phoneNumberIds: string[], sinceMs: number): Promise<number>;
}
