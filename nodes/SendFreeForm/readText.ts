import { InvalidInputError } from '../shared/domain/InvalidInputError';

/**
 * Reads the parameter 'Text'; numbers and truth values are written out.
 *
 * @throws {InvalidInputError} for an object or a list, which would reach the person as `[object Object]`
 */
export function readText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value ?? '');
	throw new InvalidInputError(
		'Text',
		`'Text' is not text but ${Array.isArray(value) ? 'a list' : 'an object'}, so nothing was sent.`,
		'Let the expression name a single field, for example {{ $json.order.id }}.',
	);
}
