/** The statements about messages that are being gathered. */
export interface GatheringStatements {
	/** Takes a receiver and `{ phone_number_id, bsuid, wa_id }`; gives all columns of what is being gathered of them. No other writer changes it until the transaction ends. */
	findGatherings: string;
	/** Takes rows with all columns; adds them, or replaces `due_at_ms` and `messages`. */
	saveGatherings: string;
	/** Takes receiver, instant, end of the lease, number; claims as many that are due by the instant, and gives all columns. */
	claimGatherings: string;
	/** Takes end of the lease, list of `gathering_id`. */
	renewGatherings: string;
	/** Takes a list of `gathering_id`. */
	removeGatherings: string;
}
