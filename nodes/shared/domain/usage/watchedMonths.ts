import type { DateTime } from 'luxon';

import { readMonth, type Month } from './readMonth';

/** Meta repeats a webhook for 7 days, so that the last message of a month may be heard of so much later, and a day for good measure. */
const HEARD_OF_MS = 8 * 24 * 60 * 60 * 1000;

/**
 * Says in which months thresholds are looked for: this one, and for 8 days the one before, where it was looked at before it ended. A watch
 * that has begun since has nothing to say of it.
 *
 * @param zone - IANA name of a zone that exists; months begin and end at its midnight
 * @param beganAtMs - since when thresholds are looked for; epoch milliseconds, UTC
 */
export function watchedMonths(now: DateTime<true>, zone: string, beganAtMs: number): Month[] {
	const [last, current] = [readMonth('last month', now, zone), readMonth('this month', now, zone)];
	const isOpen = beganAtMs < last.untilMs && now.toMillis() < last.untilMs + HEARD_OF_MS;
	return isOpen ? [last, current] : [current];
}
