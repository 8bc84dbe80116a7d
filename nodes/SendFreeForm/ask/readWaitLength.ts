import { DateTime, type DurationLikeObject } from 'luxon';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';

const UNITS = ['minutes', 'hours', 'days'];
const LONGEST_WAIT_DAYS = 365;

/**
 * Reads how long to wait for the answer.
 *
 * @returns until when, given the instant of the question; to be asked before the question is sent, so that nothing goes out in vain
 * @throws {InvalidInputError} when it is no time from one minute to a year
 */
export function readWaitLength(read: ParameterReader, itemIndex: number): (askedAt: DateTime) => DateTime {
	const amount = Number(read('waitFor', itemIndex, 24));
	const unit = String(read('waitUnit', itemIndex, 'hours'));
	const length: DurationLikeObject = { [unit]: amount };
	const start = DateTime.fromMillis(0, { zone: 'utc' });
	const isUsable = UNITS.includes(unit) && Number.isFinite(amount);
	const minutes = isUsable ? start.plus(length).toMillis() / 60_000 : 0;
	if (minutes >= 1 && minutes <= LONGEST_WAIT_DAYS * 24 * 60) return (askedAt) => askedAt.plus(length);
	throw new InvalidInputError(
		'Wait For',
		`'Wait For' is no time from one minute to ${LONGEST_WAIT_DAYS} days: ${String(read('waitFor', itemIndex, 24)).slice(0, 20)} ${unit.slice(0, 20)}`,
		'Give a number, and its unit below.',
	);
}
