/** What an event is about that no webhook brings, and that a look at the store finds. */
export type StoreEventKind = 'usageReached' | 'givenUp';

/** One trigger, and one kind of event that it tells of. */
export interface StoreEventTopic {
	/** Names the trigger among all that share the store. */
	receiver: string;
	kind: StoreEventKind;
}

/** What a look asks for. All instants are epoch milliseconds, UTC. */
export interface StoreEventClaim extends StoreEventTopic {
	/** Now. */
	atMs: number;
	/** Until when nobody else may have it, should this process die. */
	leaseUntilMs: number;
	/** How many at the most. */
	limit: number;
}

/** A look for messages of the outbox that are given up. All instants are epoch milliseconds, UTC. */
export interface GivenUpLook {
	receiver: string;
	businessAccountId: string;
	/** Business numbers; undefined for all of the account. */
	phoneNumberIds?: string[];
	/** Now. */
	atMs: number;
	/** Only messages whose end was at or before this instant. */
	endedByMs: number;
	/** How many at the most. */
	limit: number;
}

/**
 * Keeps what each trigger has told of that no webhook brings: each subject once, whatever happens to the processes that find it and hand it
 * over. Each trigger is told of everything for itself.
 */
export interface StoreEvents {
	/**
	 * Says since when a trigger looks for a kind; it begins now where it has not begun, or has not looked for 60 days.
	 *
	 * @returns epoch milliseconds, UTC
	 */
	watchStoreEvents(topic: StoreEventTopic, atMs: number): Promise<number>;

	/** Gives those of the subjects that are on record, told of or not. */
	findStoreEvents(topic: StoreEventTopic, subjects: string[]): Promise<string[]>;

	/** Puts subjects on record that are not. */
	addStoreEvents(topic: StoreEventTopic, subjects: string[], atMs: number): Promise<void>;

	/**
	 * Puts messages on record that are given up, by their key, the one that ended first first. What had ended when the trigger began to look is none
	 * of them, nor is what a sender still holds, since it may go out.
	 *
	 * @returns how many; as many as the limit where there may be more
	 */
	addGivenUp(look: GivenUpLook): Promise<number>;

	/** Claims what is on record, the earliest first: what nobody has claimed, and what was claimed and not settled by the end of its lease. */
	claimStoreEvents(claim: StoreEventClaim): Promise<string[]>;

	/** Lets the leases of what is still being handed over last until a later instant. */
	renewStoreEvents(topic: StoreEventTopic, subjects: string[], leaseUntilMs: number): Promise<void>;

	/** Marks subjects as told of: nobody is given them again. */
	settleStoreEvents(topic: StoreEventTopic, subjects: string[]): Promise<void>;
}
