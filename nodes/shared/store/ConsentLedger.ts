import type { Consent, ConsentEntry } from '../domain/Consent';
import type { UserIdentity } from '../domain/Session';

/** Keeps every opt-in and opt-out; entries are added, never changed. */
export interface ConsentLedger {
	/** Adds entries in one transaction. */
	recordConsent(entries: ConsentEntry[]): Promise<void>;

	/**
	 * Derives the consent of users: per category the newest entry counts, and an opt-out wins a tie.
	 *
	 * @param businessAccountId - WABA that the consent was given to
	 * @returns one answer for each user, in the order of the users; `unknown` where nothing is on record
	 */
	findConsent(businessAccountId: string, users: UserIdentity[]): Promise<Consent[]>;
}
