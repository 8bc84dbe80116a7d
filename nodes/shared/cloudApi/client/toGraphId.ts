import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Reads an ID of the Graph API: digits only, so that it can be part of a path.
 *
 * @param parameter - the field it comes from, as its label in the editor reads
 * @throws {InvalidInputError} when it is empty or not made of digits
 */
export function toGraphId(parameter: string, value: string): string {
	const id = value.trim();
	if (/^\d+$/.test(id)) return id;
	throw new InvalidInputError(
		parameter,
		id === '' ? `'${parameter}' is empty.` : `'${parameter}' is not a number: ${id.slice(0, 40)}`,
		'An ID is wanted: a long number that WhatsApp Manager and API Setup show, not a phone number.',
	);
}
