/** What one minute has shown. */
export interface Minute {
	/** Webhooks that were posted in it. */
	posted: number;
	/** Those that were not answered with 200. */
	failed: number;
	/** The time that 99 of 100 took at most, in milliseconds. */
	p99Ms: number;
	/** What n8n's process holds at its end (RSS), in megabytes. */
	memoryMb: number;
	/** What of that is its own, without mapped files; null where the system does not say. The store's file is mapped. */
	ownMemoryMb: number | null;
	/** What the session store takes on the disk at its end, in megabytes. */
	storeMb: number;
	/** Messages that the business has sent since the beginning. */
	sent: number;
}
