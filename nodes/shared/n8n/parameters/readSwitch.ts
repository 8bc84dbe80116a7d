import { InvalidInputError } from '../../domain/InvalidInputError';
import type { ParameterReader } from './createParameterReader';

/**
 * Reads an option that is on or off. An expression may give the word as text, as a sheet or a form does.
 *
 * @param title - what the editor calls it
 * @returns false when it is empty
 * @throws {InvalidInputError} when it is neither on nor off; to guess would send what was only to be looked at
 */
export function readSwitch(read: ParameterReader, name: string, title: string, itemIndex: number): boolean {
	const value = read(name, itemIndex, false);
	const word = String(value ?? '').trim().toLowerCase();
	if (word === 'true') return true;
	if (word === 'false' || word === '') return false;
	throw new InvalidInputError(title, `'${title}' is neither true nor false: ${word.slice(0, 40)}`, 'Give true or false.');
}
