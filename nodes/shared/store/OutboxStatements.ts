/** The statements about what is kept until its person writes. */
export interface OutboxStatements {
	/** Takes messages with the columns of a new one; those whose `outbox_key` is on record stay as they are. */
	keepMessages: string;
	/** Takes a list of `outbox_key`; gives all columns. */
	findOutboxByKey: string;
	/** Takes a WABA ID and an instant; gives a row when something waits then. */
	hasKept: string;
	/** Takes a WABA ID, a phone number ID, `{ bsuid, wa_id }` and an instant; gives all columns of what waits then for somebody with one of these names. */
	findOutboxOfPerson: string;
	/** Takes lease ID, its end, a list of `outbox_id`. */
	leaseOutbox: string;
	/** Takes lease ID, its end; gives `outbox_id` of what waits under the lease. */
	holdOutbox: string;
	/** Takes lease ID, `{ outbox_id, state, reason, message_id, settled_at_ms }`. */
	settleOutbox: string;
	/** Takes lease ID and an instant: when it is due. */
	releaseOutbox: string;
	/** Takes a WABA ID, an instant, an earlier instant, a number; gives `phone_number_id`, `bsuid`, `wa_id` of as many people who have written since the second one. */
	findKeptPeople: string;
	/** Takes a WABA ID, an instant, a state or null, a label or null, an `outbox_id`, a number; gives all columns of as many after it. */
	listOutbox: string;
	/** Takes a list of `outbox_id` and an instant; gives all columns of those that waited. */
	cancelOutbox: string;
}
