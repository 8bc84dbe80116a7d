import { DateTime, Duration, type DurationLikeObject } from 'luxon';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';

const UNITS = ['minutes', 'hours', 'days'];
const LONGEST_WAIT_DAYS = 365;
const MINUTE_MS = 60_000;
/** As a duration of luxon becomes text. */
const ISO_DURATION = /^\s*-?P/;

/**
 * Reads how long to wait for the answer: a number, which counts in the unit beside it, or a duration, as the difference of two
 * dates is one, which has units of its own.
 *
 * @returns until when, given the instant of the question, in whole milliseconds
 * @throws {InvalidInputError} when it is no time from one minute to a year
 */
export function readWaitLength(read: ParameterReader, itemIndex: number): (askedAt: DateTime) => DateTime {
	const given = read('waitFor', itemIndex, 24);
	const unit = String(read('waitUnit', itemIndex, 'hours'));
	const lengthMs = Math.round(toMilliseconds(given, unit));
	if (lengthMs >= MINUTE_MS && lengthMs <= LONGEST_WAIT_DAYS * 24 * 60 * MINUTE_MS) return (askedAt) => askedAt.plus(lengthMs);
	throw new InvalidInputError(
		'Wait For',
		`'Wait For' is no time from one minute to ${LONGEST_WAIT_DAYS} days: ${String(given).slice(0, 20)} ${unit.slice(0, 20)}`,
		'Give a number, and its unit below.',
	);
}

/** NaN for what is no length of time; true would be an hour, and a date half a century. */
function toMilliseconds(given: unknown, unit: string): number {
	if (Duration.isDuration(given)) return given.toMillis();
	if (typeof given === 'string' && ISO_DURATION.test(given)) return Duration.fromISO(given.trim()).toMillis();
	const amount = typeof given === 'number' || (typeof given === 'string' && given.trim() !== '') ? Number(given) : NaN;
	if (!UNITS.includes(unit) || !Number.isFinite(amount)) return NaN;
	const length: DurationLikeObject = { [unit]: amount };
	return DateTime.fromMillis(0, { zone: 'utc' }).plus(length).toMillis();
}
