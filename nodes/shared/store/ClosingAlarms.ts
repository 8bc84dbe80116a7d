import type { Session } from '../domain/Session';

/** Whose windows an alarm is about. All instants are epoch milliseconds, UTC. */
export interface ClosingQuery {
	/** Business numbers; nobody who wrote to another one is looked at. */
	phoneNumberIds: string[];
	/** Only people who have not been answered since they last wrote. */
	onlyUnanswered: boolean;
	/** Now. */
	atMs: number;
	/** Only people who last wrote at or before this instant. */
	dueInboundMs: number;
	/** People at the most. */
	limit: number;
}

/** An alarm that asks for the next people. */
export interface ClosingClaim extends ClosingQuery {
	/** Names the alarm among all alarms of all n8n instances that share the store. */
	alarm: string;
	/** Names the batch among all batches, should it come to be. */
	batchId: string;
	/** Until when nobody else may have the batch, should this process die. */
	leaseUntilMs: number;
}

/** People whose windows close, put out together. */
export interface ClosingBatch {
	/** Of an earlier batch that was never acknowledged, its own: n8n may have it. */
	batchId: string;
	/** Whose window it is, and of when; empty when all of an earlier batch have written again, or were answered. The one that closes first comes first. */
	sessions: Session[];
}

/** Keeps which windows each alarm has rung for: once for each message that was somebody's last. */
export interface ClosingAlarms {
	/**
	 * Lets an alarm begin: windows that have closed by now are nothing to it. Those for which it has rung before stay so.
	 *
	 * Without it, an alarm that is new begins with its first claim.
	 */
	beginClosings(alarm: string, atMs: number): Promise<void>;

	/**
	 * Claims the next batch for an alarm: an earlier one, whole, whose lease ran out before it was acknowledged, else people who are due and
	 * were never claimed. One who wrote again since is none of them, and neither is one whose window Meta has declared closed, or
	 * who has left the number. Windows that closed since the alarm last had all that were due, in the last 7 days, are due as well.
	 *
	 * @returns undefined when nobody is due
	 */
	claimClosings(claim: ClosingClaim): Promise<ClosingBatch | undefined>;

	/** Lets the leases of batches that are still being handed over last until a later instant. */
	renewClosings(batchIds: string[], leaseUntilMs: number): Promise<void>;

	/** Marks batches as handed over: nobody is given them again. */
	acknowledgeClosings(batchIds: string[]): Promise<void>;

	/** Finds people whose windows are open, the one that closes first first, whether or not an alarm has rung; claims nothing. */
	findClosings(query: ClosingQuery): Promise<Session[]>;
}
