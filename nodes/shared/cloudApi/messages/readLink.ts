import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Reads a link that WhatsApp opens or fetches.
 *
 * @param parameter - its label in the form
 * @throws {InvalidInputError} when it does not begin with https:// or http://, or has white space
 */
export function readLink(parameter: string, value: unknown): string {
	const link = typeof value === 'string' ? value.trim() : '';
	if (/^https?:\/\/[^\s/]+\S*$/i.test(link)) return link;
	throw new InvalidInputError(
		parameter,
		link === '' ? `'${parameter}' is empty, so nothing was sent.` : `'${parameter}' is not a link: ${link.slice(0, 80)}`,
		'Give the whole address, for example https://shop.example/orders/1042.',
	);
}
