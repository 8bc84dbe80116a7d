/** Says when a refusal is worth a line in the log. */
export interface RefusalLog {
	/**
	 * Counts one more refusal.
	 *
	 * @param name - of what was refused and why; one that was logged within the period is not logged again
	 * @param atMs - epoch milliseconds
	 * @returns how many of this name were left out of the log since the last line, where this one is to be logged; undefined where it is not
	 */
	count(name: string, atMs: number): number | undefined;
}

interface Counted {
	loggedAtMs: number;
	/** Refusals since then. */
	unheard: number;
}

/** Of more names than these the oldest is forgotten; its next refusal is logged as a first one. */
const MOST_NAMES = 1_000;

/** @param periodMs - least time between two lines of one name, milliseconds */
export function openRefusalLog(periodMs: number): RefusalLog {
	const counted = new Map<string, Counted>();
	return {
		count(name, atMs) {
			const known = counted.get(name);
			// A clock that was set back must not silence the log for longer than the period.
			if (known && Math.abs(atMs - known.loggedAtMs) < periodMs) {
				known.unheard += 1;
				return undefined;
			}
			counted.delete(name);
			if (counted.size >= MOST_NAMES) counted.delete(counted.keys().next().value ?? '');
			counted.set(name, { loggedAtMs: atMs, unheard: 0 });
			return known?.unheard ?? 0;
		},
	};
}
