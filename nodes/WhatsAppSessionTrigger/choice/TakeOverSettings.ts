import type { TakeOverRule } from '../../shared/webhook/evidence/toSessionEvidence';

/** How a person of the business takes a conversation over. */
export interface TakeOverSettings extends TakeOverRule {
	/** Whole messages that ask for a person, as they are compared; empty for none. */
	words: ReadonlySet<string>;
}
