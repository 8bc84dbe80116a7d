import { createSharedWork } from './createSharedWork';

/** Remembers what was loaded, for a limited time, one answer for each key. */
export interface Memory<Value> {
	/**
	 * Gives what is remembered, or loads it; callers that ask at the same time share one load. A failed load is not kept, and
	 * fails nobody but the caller who began it; see {@link createSharedWork}.
	 */
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
	const entries = new Map<string, Entry<Value>>();
	const loads = createSharedWork<Value>();
	const ageMs = (key: string) => now() - (entries.get(key)?.loadedAtMs ?? -Infinity);
	const enter = async (key: string, load: () => Promise<Value>): Promise<Value> => {
		const entry: Entry<Value> = { loadedAtMs: now() };
		entries.set(key, entry);
		try {
			const value = await load();
			entry.loaded = { value };
			return value;
		} finally {
			if (!entry.loaded && entries.get(key) === entry) entries.delete(key);
		}
	};
	return {
		ageMs,
		loadedAtMs: (key) => entries.get(key)?.loadedAtMs,
		forget(key) {
			entries.delete(key);
			// What is under way was asked for before the news.
			loads.detach(key);
		},
		async get(key, load) {
			const loaded = entries.get(key)?.loaded;
			if (loaded && ageMs(key) < lifetimeMs) return loaded.value;
			return await loads.run(key, async () => await enter(key, load));
		},
	};
}

interface Entry<Value> {
	/** When it was asked for; epoch milliseconds. */
	loadedAtMs: number;
	/** Undefined while the load is under way. */
	loaded?: { value: Value };
}
