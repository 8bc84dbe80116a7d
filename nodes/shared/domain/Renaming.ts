import type { UserIdentity } from './Session';

/** A user has new IDs. */
export interface Renaming {
	/** WABA whose ledger is meant. */
	businessAccountId: string;
	/** The IDs that the user left. */
	previous: UserIdentity;
	/** The IDs that the user has now, as far as WhatsApp named them. */
	current: UserIdentity;
	/** When, by WhatsApp's clock; epoch milliseconds, UTC. */
	atMs: number;
	/** What proves it: the ID of the notice. */
	evidence: string;
}
