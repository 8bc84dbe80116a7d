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
}
