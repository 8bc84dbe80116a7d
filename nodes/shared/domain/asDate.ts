import { DateTime } from 'luxon';

/**
 * Recognises a date as workflows carry it: a `Date`, as the rows of a Data Table have, or a luxon `DateTime`, as `$now` is.
 *
 * @returns the instant in UTC, to the millisecond, not valid when the date is none (`Invalid DateTime`); undefined for any other value
 */
export function asDate(value: unknown): DateTime | undefined {
	// n8n's engine hands over a Date of its own realm, which is not an instance of ours.
	if (Object.prototype.toString.call(value) === '[object Date]') return DateTime.fromMillis((value as Date).getTime(), { zone: 'utc' });
	// The same goes for its own copy of luxon, whose Duration counts milliseconds too.
	const { toMillis, shiftTo } = (typeof value === 'object' && value !== null ? value : {}) as { toMillis?: unknown; shiftTo?: unknown };
	return typeof toMillis === 'function' && shiftTo === undefined ? DateTime.fromMillis(Math.round((value as DateTime).toMillis()), { zone: 'utc' }) : undefined;
}
