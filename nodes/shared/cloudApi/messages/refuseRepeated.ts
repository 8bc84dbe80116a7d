import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Makes sure that no two of a list are alike.
 *
 * @param parameter - label of the list in the form
 * @param what - what the values are, in the plural, for example `titles`
 * @throws {InvalidInputError} when two are
 */
export function refuseRepeated(parameter: string, what: string, values: string[]): void {
	const repeated = values.find((value, index) => values.indexOf(value) !== index);
	if (repeated === undefined) return;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' has two equal ${what}: ${repeated.slice(0, 40)}`,
		`Give each of them ${what} of its own.`,
	);
}
