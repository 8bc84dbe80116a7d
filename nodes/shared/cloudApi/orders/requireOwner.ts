import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Makes sure that what belongs to another field does not stand alone: it would not be sent, and nobody would know.
 *
 * @param words - what was read of the field; undefined when it is empty
 * @param owner - label of the field that it belongs to
 * @param hasOwner - whether that one is given
 * @returns the words
 * @throws {InvalidInputError} when it is given without the other
 */
export function requireOwner(label: string, words: string | undefined, owner: string, hasOwner: boolean): string | undefined {
	if (words === undefined || hasOwner) return words;
	throw new InvalidInputError(label, `'${label}' belongs to '${owner}', which is empty.`, `Give '${owner}' too, or take out '${label}'.`);
}
