import type { ConsentEntry, ConsentKind } from '../domain/Consent';
import type { Renaming } from '../domain/Renaming';
import type { Session, UserIdentity } from '../domain/Session';
import type { KeptMessage } from './Outbox';
import type { SendRecord } from './SendLog';

/** One name of a person. */
export interface ContactName extends UserIdentity {
	/** When the person left the name for another one; epoch milliseconds, UTC; undefined of a name that is the person's own now. */
	untilMs?: number;
}

/** A question that waits, or has waited, for the answer of a person. */
export interface ContactWait {
	phoneNumberId: string;
	/** Epoch milliseconds, UTC. */
	askedAtMs: number;
	givesUpAtMs: number;
	state: string;
	executionId: string;
}

/** Messages that are being gathered into one item; see `Gatherings`. */
export interface ContactGathering {
	phoneNumberId: string;
	/** Epoch milliseconds, UTC. */
	beganAtMs: number;
	/** As the trigger has read them. */
	messages: Array<Record<string, unknown>>;
}

/** All that is on record of a person in one account. The store keeps no texts but those of messages that are being gathered, and of those that wait to be sent. */
export interface ContactRecord {
	names: ContactName[];
	sessions: Session[];
	/** The whole ledger, oldest first. */
	consent: ConsentEntry[];
	sends: SendRecord[];
	waits: ContactWait[];
	gatherings: ContactGathering[];
	/** What is or was kept until the person writes, oldest first. */
	outbox: KeptMessage[];
	renamings: Renaming[];
}

/** How many records were removed, and what is kept. */
export interface ForgottenContact {
	sessions: number;
	consent: number;
	sends: number;
	waits: number;
	gatherings: number;
	outbox: number;
	renamings: number;
	/** Opt-outs that go on being obeyed. */
	keptOptOuts: ConsentKind[];
}

/** Names a person in an account. */
export interface ContactKey {
	businessAccountId: string;
	/** Business numbers of the account: other accounts may share the store. */
	phoneNumberIds: string[];
	user: UserIdentity;
}

/** Somebody of whom an opt-in or opt-out is on record. */
export interface ConsentHolder {
	user: UserIdentity;
	/** Where the next page begins. */
	entryId: number;
}

/** Gives and takes away all that is known of a person. */
export interface Contacts {
	/** Gives all that is on record of a person under every name: what a session shows together, and what a notice of new IDs joins. */
	exportContact(key: ContactKey): Promise<ContactRecord>;

	/**
	 * Removes all that {@link exportContact} gives, in one transaction. Of each opt-out that stands, and of each name of the person, there
	 * stays a keyed digest with the kind and the instant, so that it goes on being obeyed; an opt-in that is newer takes it back.
	 */
	forgetContact(key: ContactKey): Promise<ForgottenContact>;

	/**
	 * Gives one page of those of whom an entry of one of these kinds is on record, oldest entry first; the same person may come again.
	 *
	 * @param after - `entryId` of the last one of the page before; 0 for the first page
	 */
	listConsentHolders(businessAccountId: string, kinds: ConsentKind[], after: number, limit: number): Promise<ConsentHolder[]>;
}
