import { InvalidInputError } from '../../../domain/InvalidInputError';

/** The option that all entries given as JSON come from. */
export const ENTRIES = 'Entries (JSON)';

/**
 * Makes sure that an entry has no members but those that are read: what is not read would be missing from the message, and
 * nobody would know. One without a value is none.
 *
 * @param place - which entry it is, for example `Row 2`
 * @throws {InvalidInputError} naming the others, and what is known
 */
export function refuseStrangers(place: string, entry: Record<string, unknown>, known: readonly string[]): void {
	const isGiven = (name: string) => entry[name] !== undefined && entry[name] !== null && entry[name] !== '';
	const strangers = Object.keys(entry).filter((name) => !known.includes(name) && isGiven(name));
	if (strangers.length === 0) return;
	throw new InvalidInputError(
		ENTRIES,
		`'${ENTRIES}' has something in ${place} that would not be sent: ${strangers.map((name) => name.slice(0, 40)).join(', ').slice(0, 200)}`,
		`Take it out, or give it one of the names that are read there: ${known.join(', ')}.`,
	);
}
