/** What the store holds of one kind. */
export interface TableCount {
	/** Name of the table. */
	name: string;
	rows: number;
	/** Epoch milliseconds, UTC; undefined where there is nothing, or it has no age. */
	oldestAtMs?: number;
}

/** How a store is. All instants are epoch milliseconds, UTC. */
export interface StoreHealth {
	kind: 'embedded' | 'postgres';
	schemaVersion: number;
	/** What it takes on the disk: the file, or all tables with their indexes. */
	bytes: number;
	/** Of these, what new rows will use; undefined in Postgres, which does not say. */
	freeBytes?: number;
	tables: TableCount[];
	/** Executions that wait for somebody's answer. */
	waitingAnswers: number;
	/** Messages of which nobody knows whether they went out, a minute after their attempt or later. */
	undecidedSends: number;
	oldestUndecidedAtMs?: number;
	/** Closing windows that were to be handed to a workflow and were not taken. */
	lateClosings: number;
	/** When an alarm of closing windows last looked; undefined where there is none. */
	watchedAtMs?: number;
	/** When what is over was last removed; undefined when never. */
	prunedAtMs?: number;
	/** When and why that last failed; undefined when it has been done since. */
	pruningFailure?: { atMs: number; message: string };
}

/** Looks after the store itself. */
export interface Housekeeping {
	/**
	 * Forgets what is over by an instant, as `RETENTION` says, in small transactions. The store does so by itself, once in six hours of its
	 * callers' time, after a webhook or an upload was answered; one process at a time.
	 *
	 * @param atMs - the instant to count back from; epoch milliseconds, UTC
	 */
	prune(atMs: number): Promise<void>;

	/**
	 * Says how the store is. It counts every row: a million takes about as long as a slow query.
	 *
	 * @param atMs - now; epoch milliseconds, UTC
	 * @throws {SessionStoreError} when the store cannot be read
	 */
	findHealth(atMs: number): Promise<StoreHealth>;

	/**
	 * Writes a whole copy of an embedded store into a new file, as it is at one moment, while it is used. Only the owner may read it.
	 *
	 * @param path - absolute; there must be no such file
	 * @returns bytes of the copy
	 * @throws {SessionStoreError} when it cannot be written, there is such a file, or the store is in Postgres
	 */
	backUp(path: string): Promise<number>;
}
