import type { UserIdentity } from './Session';

/** The kinds of template message that a person can agree to; Meta's template categories. */
export type ConsentCategory = 'marketing' | 'utility' | 'authentication';

/** What an opt-in or opt-out is about: a category of templates, everything, or a topic of the business's own (`topic:newsletter`). */
export type ConsentKind = ConsentCategory | 'everything' | `topic:${string}`;

/** What is known of a person's agreement to one kind of message. `unknown` is neither a yes nor a no. */
export type ConsentState = 'optedIn' | 'optedOut' | 'unknown';

/** A person's consent, derived from all opt-ins and opt-outs on record; see `deriveConsent`. */
export interface Consent extends Record<ConsentCategory, ConsentState> {
	/** What it is derived from: the newest entry of each kind, in the order of their names. */
	facts: readonly ConsentFact[];
}

/** The consent of somebody of whom nothing is on record. */
export const NO_CONSENT_ON_RECORD: Consent = {
	marketing: 'unknown',
	utility: 'unknown',
	authentication: 'unknown',
	facts: [],
};

/** What a person said about one kind of message, and how that is known. */
export interface ConsentFact {
	kind: ConsentKind;
	state: 'optedIn' | 'optedOut';
	/** When the person said so; epoch milliseconds, UTC. */
	atMs: number;
	/** Where it was said, for example `userPreferences` or `form`. */
	source: string;
	/** What proves it: a message ID, a URL, a note; empty when there is nothing. */
	evidence: string;
	/** The words: what the person wrote, or what the person agreed to; undefined where they are not known. */
	wording?: string;
}

/** One opt-in or opt-out. Entries are only ever added, so that the ledger can prove who said what, when. */
export interface ConsentEntry extends ConsentFact {
	/** WABA that the agreement was given to. */
	businessAccountId: string;
	user: UserIdentity;
	/** Whether it is entered only where it takes back an opt-out of its kind; undefined for no. */
	takesBackOnly?: boolean;
}
