/** The statements about events that a look at the store finds. */
export interface StoreEventStatements {
	/** Takes receiver, kind; gives `began_at_ms`, `watched_at_ms`. */
	findStoreEventWatch: string;
	/** Takes receiver, kind, instant; begins the watch, or has it watched until then. */
	saveStoreEventWatch: string;
	/** Takes receiver, kind, list of subjects; gives `subject` of those on record. */
	findStoreEvents: string;
	/** Takes receiver, kind, list of subjects, instant; adds those that are not on record. */
	addStoreEvents: string;
	/**
	 * Takes receiver, kind, WABA ID, list of phone number IDs or null, the instants between which a message has ended (the first one excluded),
	 * number, now; adds as many that are not on record, and gives their `subject`.
	 */
	addGivenUp: string;
	/** Takes receiver, kind, now, end of the lease, number; claims as many, and gives `subject`, `found_at_ms`. */
	claimStoreEvents: string;
	/** Takes receiver, kind, list of subjects, end of the lease. */
	renewStoreEvents: string;
	/** Takes receiver, kind, list of subjects. */
	settleStoreEvents: string;
	/** Takes kind, list of subjects; forgets them, whoever was told of them. */
	removeStoreEvents: string;
}
