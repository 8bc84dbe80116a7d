import { DateTime } from 'luxon';

import type { QuietHours } from './Manners';
import { isNight, nextTurn } from './Night';

// Zones that leave no minute of two days leave none; when clocks change, one day may be without.
const LONGEST_SEARCH_MS = 2 * 24 * 60 * 60_000;

/**
 * Finds the first instant from another one on at which it is quiet in none of the zones; see `Night` for the days on which clocks change.
 *
 * @param zones - IANA zones, at least one
 * @returns `at` itself where it is not quiet, else the beginning of a minute, UTC; undefined where two days have no such minute
 */
export function findHumaneInstant(at: DateTime<true>, quiet: QuietHours, zones: readonly string[]): DateTime<true> | undefined {
	const nights = zones.map((zone) => ({ ...quiet, zone }));
	const lastMs = at.toMillis() + LONGEST_SEARCH_MS;
	for (let atMs = at.toMillis(); atMs <= lastMs; ) {
		const night = nights.find((candidate) => isNight(candidate, atMs));
		if (!night) return DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>;
		atMs = nextTurn(night, atMs);
	}
	return undefined;
}
