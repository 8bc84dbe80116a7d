import { InvalidInputError } from '../../domain/InvalidInputError';
import { linkFault } from '../../domain/linkFault';
import { parseLink } from '../../domain/parseLink';

/**
 * Reads a link that WhatsApp opens or fetches.
 *
 * @param parameter - its label in the form
 * @throws {InvalidInputError} when it is no whole address that begins with https:// or http://
 */
export function readLink(parameter: string, value: unknown): string {
	const link = typeof value === 'string' ? value.trim() : '';
	if (parseLink(link)) return link;
	throw new InvalidInputError(
		parameter,
		link === '' ? `'${parameter}' is empty, so nothing was sent.` : `'${parameter}' ${linkFault(link, 'is not a link')}: ${link.slice(0, 80)}`,
		'Give the whole address, for example https://shop.example/orders/1042.',
	);
}
