/** The statements about what was sent, delivered and charged. */
export interface UsageStatements {
	/**
	 * Takes `{ message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable }`, each message once. The earlier
	 * instant and the later word are kept, so that order never matters. What each hour has is counted with it.
	 */
	recordUsage: string;
	/** Takes nothing; no other writer records messages until the transaction ends. For those whose messages nobody has locked. */
	lockUsage: string;
	/**
	 * Takes phone number IDs and a time as `toHourRanges` gives it; gives `counted` (`sent` or `delivered`), `phone_number_id`, `category`,
	 * `price_type`, `billable`, `messages`.
	 */
	countUsage: string;

	/** Takes a phone number ID and the two instants of a month; gives `charged`, `service`, `counted_at_ms`, what was counted last. */
	findCharges: string;
	/** The same; no other writer changes it until the transaction ends. */
	lockCharges: string;
	/** Takes a phone number ID and the two instants of a month; adds the month where it is not there yet, as one that was never counted. */
	makeCharges: string;
	/** Takes the same, `charged`, `service` and the instant of the count. */
	saveCharges: string;
	/** Takes the same and what is added to `charged` and to `service`. */
	addCharges: string;
	/**
	 * Takes a phone number ID, a month as `toHourRanges` gives it, in the same way the part of it in which a charged service message tells that no free
	 * one is left, and the two instants between which sends may be under way. Gives `source`, `price_type`, `billable`, `counts_as`, `price`, `messages`, of one moment: what was
	 * `delivered`, what is `underWay`, and how many messages say that the free tier is used up (`tierUsedUp`).
	 */
	countCharges: string;
}
