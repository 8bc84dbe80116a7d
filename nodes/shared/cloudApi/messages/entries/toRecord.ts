import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { ENTRIES } from './refuseStrangers';

/**
 * Gives an entry, or a part of it, as an object.
 *
 * @param place - which one it is, for example `Row 2`
 * @throws {InvalidInputError} when it is none
 */
export function toRecord(place: string, value: unknown): Record<string, unknown> {
	if (isRecord(value)) return value;
	throw new InvalidInputError(ENTRIES, `'${ENTRIES}' has no object in ${place}.`, 'Give an object, for example {"title": "Monday", "id": "1"}.');
}
