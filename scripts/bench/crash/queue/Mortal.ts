/** A process that can be killed at any moment and starts again on the same data. */
export interface Mortal {
	/** What it is, for the table: `main`, `worker`, `webhook`, `redis`, `postgres`. */
	kind: string;
	/** Ends it at once, and settles when it has ended. */
	kill9(): Promise<void>;
	/** Starts it, and settles when it is ready. */
	start(): Promise<void>;
	/** Ends it for good. */
	stop(): Promise<void>;
}
