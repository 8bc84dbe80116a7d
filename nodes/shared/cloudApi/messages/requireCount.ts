import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Makes sure that a list has as many entries as WhatsApp takes.
 *
 * @param parameter - label of the list in the form
 * @throws {InvalidInputError} when it has fewer or more
 */
export function requireCount(parameter: string, count: number, least: number, most: number): void {
	if (count >= least && count <= most) return;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' has ${count} entries; WhatsApp takes from ${least} to ${most}.`,
		count < least ? 'Add what is missing.' : 'Take some out, or send them in several messages.',
	);
}
