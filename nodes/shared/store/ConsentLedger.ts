import type { Consent, ConsentEntry } from '../domain/Consent';
import type { UserIdentity } from '../domain/Session';

/** Keeps every opt-in and opt-out; entries are added, never changed. */
export interface ConsentLedger {
	/**
	 * Adds entries in one transaction. An entry that is on record already is not added again.
	 *
	 * What a person with new IDs had said under the previous ones is entered for the new ones as well, also when it comes up
	 * to 90 days after the notice of the new IDs.
	 */
	recordConsent(entries: ConsentEntry[]): Promise<void>;

	/**
	 * Derives the consent of users; see `deriveConsent`.
	 *
	 * @param businessAccountId - WABA that the consent was given to
	 * @returns one answer for each user, in the order of the users; `unknown` where nothing is on record
	 */
	findConsent(businessAccountId: string, users: UserIdentity[]): Promise<Consent[]>;
}
