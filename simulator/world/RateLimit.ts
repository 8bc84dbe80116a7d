/** How many at once, and how soon one more. */
export interface RateLimitOptions {
	/** How many may come at once. */
	burst: number;
	/** Milliseconds after which one more is allowed. */
	refillMs: number;
}

/** Counts what each key used up of a burst that fills again with time. */
export class RateLimit {
	private readonly buckets = new Map<string, { left: number; atMs: number }>();

	/** Takes one for `key`; false when none is left. A clock set back refills nothing. */
	take(key: string, nowMs: number, { burst, refillMs }: RateLimitOptions): boolean {
		const bucket = this.buckets.get(key) ?? { left: burst, atMs: nowMs };
		const refilled = Math.max(0, nowMs - bucket.atMs) / refillMs;
		const left = Math.min(burst, bucket.left + refilled);
		const isAllowed = left >= 1;
		this.buckets.set(key, { left: isAllowed ? left - 1 : left, atMs: nowMs });
		return isAllowed;
	}

	/** Starts afresh for every key. */
	clear(): void {
		this.buckets.clear();
	}
}
