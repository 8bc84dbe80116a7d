import { DateTime, IANAZone } from 'luxon';

import type { QuietHours } from './Manners';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
// Zones that leave no minute of two days leave none; when clocks change, one day may be without.
const LONGEST_SEARCH_MS = 2 * DAY_MINUTES * MINUTE_MS;

/**
 * Finds the first instant from another one on at which it is quiet in none of the zones.
 *
 * Quiet is what a clock on the wall shows: an hour that a clock shows twice is quiet twice, and quiet hours that end within an hour that
 * it leaves out end with the leap.
 *
 * @param zones - IANA zones, at least one
 * @returns `at` itself where it is not quiet, else the beginning of a minute, UTC; undefined where two days have no such minute
 */
export function findHumaneInstant(at: DateTime<true>, quiet: QuietHours, zones: readonly string[]): DateTime<true> | undefined {
	const known = zones.map((zone) => IANAZone.create(zone));
	const lastMs = at.toMillis() + LONGEST_SEARCH_MS;
	for (let atMs = at.toMillis(); atMs <= lastMs; ) {
		const zone = known.find((candidate) => isQuiet(atMs, quiet, candidate));
		if (!zone) return DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>;
		atMs = endOfQuiet(atMs, quiet, zone);
	}
	return undefined;
}

function isQuiet(atMs: number, { fromMinute, untilMinute }: QuietHours, zone: IANAZone): boolean {
	const minute = minuteOfDay(atMs, zone);
	return fromMinute < untilMinute ? fromMinute <= minute && minute < untilMinute : fromMinute <= minute || minute < untilMinute;
}

/** Where clocks change before that, only as far as the change: what they show from there on decides anew. */
function endOfQuiet(atMs: number, { untilMinute }: QuietHours, zone: IANAZone): number {
	const left = (untilMinute - minuteOfDay(atMs, zone) + DAY_MINUTES) % DAY_MINUTES;
	const minute = Math.floor(atMs / MINUTE_MS);
	const offset = zone.offset(atMs);
	if (zone.offset((minute + left) * MINUTE_MS) === offset) return (minute + left) * MINUTE_MS;
	let [before, after] = [minute, minute + left];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (zone.offset(middle * MINUTE_MS) === offset) before = middle;
		else after = middle;
	}
	return after * MINUTE_MS;
}

function minuteOfDay(atMs: number, zone: IANAZone): number {
	return (((Math.floor(atMs / MINUTE_MS) + zone.offset(atMs)) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}
