/** The statements about lists of people, and about all that is known of one. */
export interface RegisterStatements {
	/**
	 * Takes phone number IDs, instant and number of the last session before the page, an instant, a number; gives the columns of as many
	 * sessions that follow in the order of their newest inbound message and are older than the second instant.
	 */
	listSessionsOldestFirst: string;
	/** The same in the other order; not older than the second instant. */
	listSessionsNewestFirst: string;
	/** Takes phone number IDs and an instant; gives `row_count`, how many sessions with news of a conversation since then say that another responder owns it. */
	countOwnedElsewhere: string;
	/** Takes a WABA ID, a number, kinds, a number; gives `entry_id`, `bsuid`, `wa_id` of as many entries after the first number. */
	listConsentHolders: string;

	/**
	 * Takes a WABA ID and `{ bsuid, wa_id }`; gives `position`, `link`, `bsuid`, `wa_id`, `at_ms` of the names that belong to the same person:
	 * `together` by a session, `later` and `former` by a notice of new IDs. A later name is left out where somebody has written under the
	 * former one since.
	 */
	findLinkedNames: string;
	/** Takes phone number IDs and `{ bsuid, wa_id, until_ms }`, of names; gives the columns of the sessions of these names. */
	findContactSessions: string;
	/** Takes a WABA ID and names; gives the columns of the entries of these names. */
	findContactConsent: string;
	/** Takes phone number IDs and names; gives the columns of the sends to these names. */
	findContactSends: string;
	/** Takes phone number IDs and names; gives the columns of the waits of these names. */
	findContactWaits: string;
	/** Takes phone number IDs and names; gives the columns of what is being gathered of these names. */
	findContactGatherings: string;
	/** Takes phone number IDs and names; gives the columns of what is or was kept for these names. */
	findContactOutbox: string;
	/** Takes a WABA ID and names; gives the columns of the renamings from or to these names. */
	findContactRenamings: string;
	/** Takes a list of `entry_id`. */
	removeConsent: string;
	/** Takes send-once keys. */
	removeSends: string;
	/** Takes a list of `wait_id`. */
	removeWaits: string;
	/** Takes a list of `outbox_id`. */
	removeOutbox: string;
	/** Takes a WABA ID and names; removes what `findContactRenamings` gives. */
	removeRenamings: string;

	/** Takes a WABA ID and a key; keeps the key that is there. */
	makeForgettingKey: string;
	/** Takes nothing; gives `business_account_id`, `key` of every account that has forgotten somebody. */
	findForgettingKeys: string;
	/** Takes `{ business_account_id, digest, category, at_ms }`; a later instant replaces an earlier one. */
	recordForgottenOptOuts: string;
	/** Takes a WABA ID and digests; gives `digest`, `category`, `at_ms`. */
	findForgottenOptOuts: string;
}
