import { Duration } from 'luxon';

import { DEFAULT_SAFETY_MARGIN } from '../../domain/customerServiceWindow';
import { InvalidInputError } from '../../domain/InvalidInputError';

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = DEFAULT_SAFETY_MARGIN.as('minutes');

/**
 * Reads the parameter 'Safety Margin (Minutes)'.
 *
 * @param minutes - what the parameter holds; 0 is allowed and means none, a fraction counts to the millisecond
 * @throws {InvalidInputError} when it is not a number from 0 to below 24 hours
 */
export function toSafetyMargin(minutes: unknown): Duration {
	// Most leave it as it is, and ten thousand items ask at a time.
	if (minutes === DEFAULT_MINUTES) return DEFAULT_SAFETY_MARGIN;
	const value = typeof minutes === 'string' && minutes.trim() !== '' ? Number(minutes) : minutes;
	if (typeof value === 'number' && value >= 0 && value < 24 * 60) {
		return Duration.fromMillis(Math.floor(value * MINUTE_MS));
	}
	throw new InvalidInputError(
		'Safety Margin (Minutes)',
		`'Safety Margin (Minutes)' is not a number from 0 to 1439: ${String(JSON.stringify(minutes)).slice(0, 80)}`,
		'Give the longest time you expect between this check and the send; 5 is a good choice.',
	);
}
