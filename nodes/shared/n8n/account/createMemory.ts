/** Remembers what was loaded, for a limited time, one answer for each key. */
export interface Memory<Value> {
	/** Gives what is remembered, or loads it; callers that ask at the same time share one load. A failed load is not kept. */
	get(key: string, load: () => Promise<Value>): Promise<Value>;
	/** Age of what is remembered in milliseconds; Infinity when nothing is. */
	ageMs(key: string): number;
	/** When what is remembered was asked for, epoch milliseconds; undefined when nothing is. */
	loadedAtMs(key: string): number | undefined;
	/** Makes the next {@link get} load anew. */
	forget(key: string): void;
}

/**
 * Opens a memory for answers that cost a request or an isolate of n8n's expression engine.
 *
 * @param lifetimeMs - how long an answer is good for
 * @param now - the clock, epoch milliseconds; given by tests
 */
export function createMemory<Value>(lifetimeMs: number, now: () => number = () => Date.now()): Memory<Value> {
	const entries = new Map<string, { loadedAtMs: number; value: Promise<Value> }>();
	const ageMs = (key: string) => now() - (entries.get(key)?.loadedAtMs ?? -Infinity);
	return {
		ageMs,
		loadedAtMs: (key) => entries.get(key)?.loadedAtMs,
		forget: (key) => void entries.delete(key),
		async get(key, load) {
			const remembered = entries.get(key);
			if (remembered && ageMs(key) < lifetimeMs) return await remembered.value;
			const entry = { loadedAtMs: now(), value: load() };
			entries.set(key, entry);
			entry.value.catch(() => {
				if (entries.get(key) === entry) entries.delete(key);
			});
			return await entry.value;
		},
	};
}
