import type { SessionKey } from '../domain/Session';

/**
 * - `kept`: it waits for the person to write;
 * - `sent`: WhatsApp has it;
 * - `notSent`: it may not go out any more, `reason` says why;
 * - `cancelled`: somebody took it back before it went out;
 * - `givenUp`: the person has not written in time.
 */
export type OutboxState = 'kept' | 'sent' | 'notSent' | 'cancelled' | 'givenUp';

/** A free-form message that is to go out when its person writes. */
export interface NewKeptMessage extends SessionKey {
	/** What makes the message unique, its person included: its send-once key. */
	key: string;
	/** What the builder calls it; several people's messages may have the same. */
	label: string;
	businessAccountId: string;
	/** What goes out, as JSON that the sender alone reads. */
	content: string;
	/** Epoch milliseconds, UTC; a message that was kept for the same person before has an earlier instant on record. */
	keptAtMs: number;
	/** From when on it goes out no more; epoch milliseconds, UTC. */
	expiresAtMs: number;
}

/** What is on record of a kept message. */
export interface KeptMessage extends Omit<NewKeptMessage, 'content'> {
	outboxId: number;
	/** Undefined when it is sent or cancelled: it is forgotten then. */
	content?: string;
	/** The key of the message with which the waiting began; one nudge goes out for all that have the same. */
	round: string;
	state: OutboxState;
	/** Why it was not sent; undefined in every other state. */
	reason?: string;
	/** wamid; undefined until it is sent. */
	messageId?: string;
	/** When it was sent, refused or cancelled; epoch milliseconds, UTC. */
	settledAtMs?: number;
}

/** One sender's hold on what is kept for a person. */
export interface OutboxLease {
	leaseId: string;
	/** Now; epoch milliseconds, UTC. */
	atMs: number;
	/** Until when other senders must wait, should this process die; epoch milliseconds, UTC. */
	leaseUntilMs: number;
}

/** How one message ended. */
export type OutboxOutcome = { outboxId: number; atMs: number } & (
	| { state: 'sent'; messageId: string }
	| { state: 'notSent'; reason: string }
);

/** What is asked of the outbox. */
export interface OutboxQuery {
	businessAccountId: string;
	/** Undefined for every state. */
	state?: OutboxState;
	/** Undefined for every label. */
	label?: string;
	/** `outboxId` of the last one of the page before; 0 for the first page. */
	after: number;
	limit: number;
	/** Now; epoch milliseconds, UTC. */
	atMs: number;
}

/** Keeps messages until their person writes, so that each goes out once and in order. */
export interface Outbox {
	/**
	 * Keeps a message behind all that are kept for the same person and business number. A key that is on record stays as it is.
	 *
	 * @returns what is on record of the key now
	 */
	keepMessage(message: NewKeptMessage): Promise<KeptMessage>;

	/** Says whether anything of an account waits at all. */
	hasKept(businessAccountId: string, atMs: number): Promise<boolean>;

	/**
	 * Takes all that is kept for a person, under whatever name, in the order in which it was kept.
	 *
	 * @returns nothing where another sender is at it; `busyUntilMs` says until when it may be
	 */
	claimOutbox(businessAccountId: string, person: SessionKey, lease: OutboxLease): Promise<{ messages: KeptMessage[]; busyUntilMs?: number }>;

	/** Makes a lease longer; gives the `outboxId` of what still waits under it: what was cancelled or taken over is not among them. */
	holdOutbox(lease: OutboxLease): Promise<number[]>;

	/** Says how messages ended. What is sent is sent, also where it was cancelled at the last moment. */
	settleOutbox(leaseId: string, outcomes: OutboxOutcome[]): Promise<void>;

	/**
	 * Gives back what is left under a lease.
	 *
	 * @param dueAtMs - before that {@link findKeptPeople} leaves it out; epoch milliseconds, UTC
	 */
	releaseOutbox(leaseId: string, dueAtMs: number): Promise<void>;

	/** Gives people for whom something is due and who have written since an instant; nobody is at work on it. */
	findKeptPeople(businessAccountId: string, atMs: number, writtenSinceMs: number, limit: number): Promise<SessionKey[]>;

	/** Gives one page of the outbox, oldest first. */
	listOutbox(query: OutboxQuery): Promise<KeptMessage[]>;

	/** Gives what is on record of some keys, in no order. */
	findKeptMessages(keys: string[], atMs: number): Promise<KeptMessage[]>;

	/** Takes messages back that still wait; gives those that are cancelled now. */
	cancelOutbox(outboxIds: number[], atMs: number): Promise<KeptMessage[]>;
}
