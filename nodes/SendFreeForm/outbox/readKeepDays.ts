import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';

const PARAMETER = 'Keep for (Days)';
/** Meta keeps an uploaded file for 30 days. */
const MOST_DAYS = 28;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads how long a message is kept.
 *
 * @returns milliseconds
 * @throws {InvalidInputError} when it is no whole number of days from 1 to 28
 */
export function readKeepDays(read: ParameterReader, itemIndex: number): number {
	const given = read('keepDays', itemIndex, 7);
	const days = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days * DAY_MS;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is not a whole number from 1 to ${MOST_DAYS}: ${String(given).slice(0, 20)}`,
		'Give a number of days. WhatsApp keeps files for 30 days, so a message cannot wait for longer.',
	);
}
