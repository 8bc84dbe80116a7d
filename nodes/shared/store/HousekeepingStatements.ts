/** The statements about what the store forgets, and how it is. Those that prune take an instant and a number, and give a row for each row they removed. */
export interface HousekeepingStatements {
	/** Removes as many events that were received before it. */
	pruneReceivedEvents: string;
	/** Removes as many statuses from before it. */
	pruneEarlyStatuses: string;
	/** Removes as many renamings from before it. */
	pruneRenamings: string;
	/** Removes as many changes of templates from before it. */
	pruneTemplateChanges: string;
	/** Removes as many files whose media ID expires at or before it. */
	pruneMedia: string;
	/** Removes as many waits that gave up before it. */
	pruneAnswerWaits: string;
	/** Removes as many kept messages that ended before it. */
	pruneOutbox: string;
	/** Removes as many claims of windows that were opened before it. */
	pruneClosings: string;
	/** Removes as many alarms that nobody has asked for since. */
	pruneClosingWatches: string;
	/** Removes as many gathered messages whose item was due before it, and never came to n8n. */
	pruneGatherings: string;
	/** Removes as many events that a look found before it. */
	pruneStoreEvents: string;
	/** Removes as many watches for such events that have not looked since. */
	pruneStoreEventWatches: string;
	/** Removes as many sends that were claimed before it, of those that neither count as templates nor have a key of the builder's own. */
	pruneSends: string;
	/** The same of those that do. */
	pruneCountedSends: string;
	/** Removes as many messages that were sent before it from those that are counted. */
	pruneUsage: string;
	/** Removes as many counts of hours that began before it. */
	pruneUsageCounts: string;
	/** Removes as many counts of months that ended before it. */
	pruneChargeCounts: string;
	/** Takes a `session_id` and a number; gives `last`, the highest of as many `session_id` after it, or null. */
	findSessionPage: string;
	/**
	 * Takes two `session_id` and an instant; removes the sessions after the first one and up to the second one of which nothing newer is
	 * known, and gives a row for each. One that joins two names stays: an opt-out that comes under the one has to hold for the other.
	 */
	pruneSessions: string;

	/** Takes now, the end of a lease, an instant; gives a row if nobody else is pruning, and nobody has since that instant. */
	claimPruning: string;
	/** Takes now; the pruning is done. */
	finishPruning: string;
	/** Takes now and a sentence; the pruning has failed, and another process may try. */
	failPruning: string;

	/** Takes nothing; gives `name`, `row_count`, `oldest_at_ms` of every table. */
	countRows: string;
	/** Takes now and an earlier instant; gives the columns of a `FactsRow`: sends that were claimed before that instant may be undecided. */
	findStoreFacts: string;
}
