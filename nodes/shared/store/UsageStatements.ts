/** The statements about what was sent, delivered and charged. */
export interface UsageStatements {
	/**
	 * Takes `{ message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable }`, each message once. The earlier
	 * instant and the later word are kept, so that order never matters.
	 */
	recordUsage: string;
	/**
	 * Takes phone number IDs and two instants; gives `counted` (`sent` or `delivered`), `phone_number_id`, `category`, `price_type`, `billable`,
	 * `messages`.
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
	 * Takes a phone number ID, the two instants of a month, the instant from which on sends may be under way, and the one from which on a charged service
	 * message tells that no free one is left. Gives `source`, `price_type`, `billable`, `counts_as`, `price`, `messages`, of one moment: what was
	 * `delivered`, what is `underWay`, and whether the free tier is used up (`tierUsedUp`, 0 or 1).
	 */
	countCharges: string;
}
