/**
 * How it became known that a person of the business answers somebody:
 *
 * - `businessApp`: wrote to them in the WhatsApp Business app;
 * - `keyword`: the person asked for somebody, with a word that the builder chose;
 * - `operation`: a workflow said so.
 */
export type TakeOverSource = 'businessApp' | 'keyword' | 'operation';

/** The signs of one source. All instants are epoch milliseconds, UTC. */
export interface TakeOverSign {
	/** When the first of those came that follow each other without a pause. */
	sinceMs: number;
	/** When the newest one came. */
	atMs: number;
	/** Until when it counts; undefined until somebody gives the conversation back. */
	untilMs?: number;
}

/**
 * Who answers in a conversation between a business number and a person, as far as it was learned. Two of them merge into one; see
 * `mergeConversations`.
 */
export interface Conversation {
	/** The newest sign of each source. */
	signs?: Partial<Record<TakeOverSource, TakeOverSign>>;
	/** When the conversation was last given back to the bot; signs that are not newer count no longer. */
	givenBackAtMs?: number;
	/** Whether another responder owns the conversation at WhatsApp, and when that was last heard; undefined while nobody said so. */
	owner?: { isElsewhere: boolean; atMs: number };
}
