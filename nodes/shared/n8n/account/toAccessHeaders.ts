import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { fieldText } from './fieldText';

/** Headers that say what a request is made of; whoever overwrote them would break it. */
const OF_THE_REQUEST = new Set(['accept', 'connection', 'content-length', 'content-type', 'cookie', 'host', 'transfer-encoding']);

/**
 * Gives the headers by which the provider of a credential lets a request in.
 *
 * @throws {InvalidInputError} when a header of one's own has no usable name or value
 * @see https://docs.360dialog.com/docs/waba-basics/waba-integration `D360-API-KEY` (read 2026-11-27)
 */
export function toAccessHeaders(fields: ICredentialDataDecryptedObject): Record<string, string> {
	if (fields.provider === 'dialog360') return { 'D360-API-KEY': readLine('API Key', fields.dialog360ApiKey) };
	if (fields.provider !== 'other') return { Authorization: `Bearer ${fieldText(fields.accessToken)}` };
	return { [readName(fields.headerName)]: readFilled(fields.headerValue) };
}

function readName(value: unknown): string {
	const name = fieldText(value);
	if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !OF_THE_REQUEST.has(name.toLowerCase())) return name;
	throw new InvalidInputError(
		'Header Name',
		name === '' ? "The credential's 'Header Name' is empty." : `The credential's 'Header Name' is no header that lets a request in: ${name.slice(0, 40)}`,
		"Enter the name that your provider's documentation gives, for example Authorization or X-API-Key.",
	);
}

function readFilled(value: unknown): string {
	const text = readLine('Header Value', value);
	if (text !== '') return text;
	throw new InvalidInputError(
		'Header Value',
		"The credential's 'Header Value' is empty.",
		'Enter the key of your provider, with whatever word stands before it, for example Bearer and a space.',
	);
}

function readLine(parameter: string, value: unknown): string {
	const text = fieldText(value);
	if (/^[\x20-\x7e]*$/.test(text)) return text;
	throw new InvalidInputError(parameter, `The credential's '${parameter}' holds a character that a header cannot carry.`, 'Copy it anew, as one line.');
}
