import type { UserIdentity } from './Session';

/** The kinds of template message that a person can agree to; Meta's template categories. */
export type ConsentCategory = 'marketing' | 'utility' | 'authentication';

/** What is known of a person's agreement to one kind of message. `unknown` is neither a yes nor a no. */
export type ConsentState = 'optedIn' | 'optedOut' | 'unknown';

/** A person's consent, derived from all opt-ins and opt-outs on record: per category the newest one counts. */
export type Consent = Record<ConsentCategory, ConsentState>;

/** The consent of somebody of whom nothing is on record. */
export const NO_CONSENT_ON_RECORD: Consent = {
	marketing: 'unknown',
	utility: 'unknown',
	authentication: 'unknown',
};

/** One opt-in or opt-out. Entries are only ever added, so that the ledger can prove who said what, when. */
export interface ConsentEntry {
	/** WABA that the agreement was given to. */
	businessAccountId: string;
	user: UserIdentity;
	category: ConsentCategory;
	state: 'optedIn' | 'optedOut';
	/** When the person said so; epoch milliseconds, UTC. */
	atMs: number;
	/** Where it was said, for example `userPreferences` or `form`. */
	source: string;
	/** What proves it, for example a message ID; empty when there is nothing. */
	evidence: string;
}
