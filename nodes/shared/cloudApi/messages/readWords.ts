import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Reads a text that people see, or an ID; numbers and truth values are written out.
 *
 * @param parameter - its label in the form
 * @param longest - how long it may be; UTF-16 code units
 * @throws {InvalidInputError} when it is empty, too long, an object or a list; the text is not quoted
 */
export function readWords(parameter: string, value: unknown, longest: number): string {
	const words = readOptionalWords(parameter, value, longest);
	if (words !== undefined) return words;
	throw new InvalidInputError(parameter, `'${parameter}' is empty, so nothing was sent.`, `Fill in '${parameter}'.`);
}

/**
 * The same for a text that may be missing.
 *
 * @returns undefined when nothing but white space was given
 */
export function readOptionalWords(parameter: string, value: unknown, longest: number): string | undefined {
	if (typeof value === 'object' && value !== null) {
		throw new InvalidInputError(
			parameter,
			`'${parameter}' is not text but ${Array.isArray(value) ? 'a list' : 'an object'}, so nothing was sent.`,
			'Let the expression name a single field, for example {{ $json.order.id }}.',
		);
	}
	const words = String(value ?? '');
	if (words.trim() === '') return undefined;
	if (words.length <= longest) return words;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is ${words.length} characters long; WhatsApp allows ${longest}.`,
		'Shorten it.',
	);
}
