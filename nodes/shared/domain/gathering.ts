/** How long messages of one person are gathered; durations in milliseconds. */
export interface GatheringLimits {
	/** How long the next message is waited for. */
	waitMs: number;
	/** Messages of one item at the most. */
	mostMessages: number;
	/** How long an item is gathered at the most, from its first message on. */
	mostMs: number;
}

/** What is being gathered, as far as the rule depends on it; epoch milliseconds, UTC. */
export interface GatheringState {
	/** When the first message arrived. */
	beganAtMs: number;
	/** From when on it is complete. */
	dueAtMs: number;
	messages: readonly unknown[];
}

/** Says whether a message that arrives at an instant still belongs to what is being gathered; at the instant at which it is due, no more. */
export function mayJoinGathering({ dueAtMs, messages }: GatheringState, atMs: number, { mostMessages }: GatheringLimits): boolean {
	return atMs < dueAtMs && messages.length < mostMessages;
}

/**
 * Says when an item is complete whose latest message has just arrived.
 *
 * @param count - its messages, that one included
 * @param atMs - the arrival; epoch milliseconds, UTC
 */
export function gatheringDueAtMs(beganAtMs: number, count: number, atMs: number, { waitMs, mostMessages, mostMs }: GatheringLimits): number {
	return count >= mostMessages ? atMs : Math.min(atMs + waitMs, beganAtMs + mostMs);
}
