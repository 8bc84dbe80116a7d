import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';

/**
 * Reads how many results are wanted.
 *
 * @returns Infinity for all of them
 * @throws {InvalidInputError} when the limit is no whole number from 1 on, or 'Return All' is neither on nor off
 */
export function readLimit(read: ParameterReader, itemIndex: number): number {
	if (readSwitch(read, 'returnAll', 'Return All', itemIndex)) return Infinity;
	const given = read('limit', itemIndex, 50);
	const limit = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1) return limit;
	const advice = "Give a whole number from 1 on, or switch 'Return All' on.";
	throw new InvalidInputError('Limit', `'Limit' is not a number of results: ${String(given).slice(0, 40)}`, advice);
}
