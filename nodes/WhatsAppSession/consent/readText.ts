import { InvalidInputError } from '../../shared/domain/InvalidInputError';

/** Longer texts are documents; the ledger holds where they are found. */
const LONGEST = 4_000;

/**
 * Reads a text of the ledger; empty where there is none.
 *
 * @throws {InvalidInputError} when it is no text, or longer than 4,000 characters
 */
export function readText(parameter: string, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'object') {
		throw new InvalidInputError(parameter, `'${parameter}' is no text: ${String(JSON.stringify(value)).slice(0, 80)}`, 'Drag a field that holds a text onto it.');
	}
	const text = String(value).trim();
	if (text.length <= LONGEST) return text;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is longer than ${LONGEST} characters: ${text.slice(0, 40)}…`,
		'Give a link or a number under which the document is found.',
	);
}
