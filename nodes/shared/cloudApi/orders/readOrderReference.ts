import { InvalidInputError } from '../../domain/InvalidInputError';
import { readWords } from '../messages/readWords';
import { isOrderReference } from './isOrderReference';

/**
 * Reads the reference of an order, by which the business and WhatsApp name it.
 *
 * @param longest - how long it may be
 * @throws {InvalidInputError} when it is empty, too long, or has other characters than Meta takes
 */
export function readOrderReference(value: unknown, longest: number): string {
	const parameter = 'Order Reference';
	const reference = readWords(parameter, value, longest).trim();
	if (isOrderReference(reference)) return reference;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' has characters that WhatsApp does not take there: ${reference.slice(0, 60)}`,
		'Use English letters, digits, _, - and . only, for example order-1042.',
	);
}
