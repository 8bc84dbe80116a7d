/** The statements about windows that are about to close. */
export interface ClosingStatements {
	/** Takes alarm, instant; the alarm then has had all that was due by then. */
	saveClosingWatch: string;
	/** Takes an alarm; gives `watched_at_ms`. */
	findClosingWatch: string;
	/**
	 * Takes alarm, batch ID, end of the lease, earliest and latest inbound instant (the first one excluded), 1 for unanswered alone, number,
	 * list of phone number IDs; claims the windows that the alarm never had, and gives their `session_id`.
	 */
	claimClosings: string;
	/** Takes alarm, instant, end of the lease; takes the batch over whose lease ran out first, and gives its `batch_id` for each window. */
	takeOverClosings: string;
	/** Takes alarm, batch ID, 1 for unanswered alone; gives the columns of the sessions in which nobody has written since. */
	findClaimedClosings: string;
	/** Takes end of the lease, batch IDs. */
	renewClosings: string;
	/** Takes batch IDs. */
	acknowledgeClosings: string;
	/** Takes what {@link claimClosings} takes, from the inbound instants on; gives the columns of the sessions. */
	findClosings: string;
}
