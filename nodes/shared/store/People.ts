import type { Consent } from '../domain/Consent';
import type { Session, SessionKey } from '../domain/Session';

/** What is on record of one person in a conversation with one business number. */
export interface PersonOnRecord {
	/** Undefined when nothing is. */
	session?: Session;
	/** `unknown` where nothing is. */
	consent: Consent;
}

/** Port: windows and consent of many people at once. */
export interface People {
	/**
	 * Looks up what `findSessions` and `findConsent` give, in little more than half the time of both: who belongs to which names is read
	 * once.
	 *
	 * @param businessAccountId - WABA that the consent was given to
	 * @returns one answer for each key, in the order of the keys
	 */
	findPeople(businessAccountId: string, keys: SessionKey[]): Promise<PersonOnRecord[]>;
}
