import { IANAZone } from 'luxon';

import { InvalidInputError } from './InvalidInputError';

const LONGEST_NAME = 60;
/** So many letters may differ in a name that is taken for a misspelling. */
const MOST_DIFFERENCES = 3;

/**
 * Reads the name of a time zone.
 *
 * @param parameter - its label, for the error
 * @param value - an IANA name such as `Europe/Berlin`; spaces count as underscores
 * @param otherwise - which zone it is where nothing is given, for the advice
 * @throws {InvalidInputError} when there is no such zone; names the one that is meant, where one is alike
 */
export function readTimeZone(parameter: string, value: unknown, otherwise = "the zone of the person's number"): string {
	const name = typeof value === 'string' ? value.trim().replaceAll(' ', '_') : '';
	if (name !== '' && name.length <= LONGEST_NAME && IANAZone.isValidZone(name)) return name;
	const alike = findAlike(name);
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is no time zone: ${String(JSON.stringify(value)).slice(0, 80)}`,
		`${alike ? `Did you mean ${alike}? ` : ''}Give a name of the IANA time zone database, for example America/Sao_Paulo, or nothing for ${otherwise}.`,
	);
}

function findAlike(name: string): string | undefined {
	const wanted = name.toLowerCase();
	if (wanted.length < 3 || wanted.length > LONGEST_NAME) return undefined;
	const zones = Intl.supportedValuesOf('timeZone').map((zone) => {
		const known = zone.toLowerCase();
		const city = known.slice(known.lastIndexOf('/') + 1);
		return { zone, differences: Math.min(countDifferences(wanted, known), countDifferences(wanted, city)) };
	});
	const [best] = zones.toSorted((one, other) => one.differences - other.differences);
	return best && best.differences <= MOST_DIFFERENCES ? best.zone : undefined;
}

/** How many letters have to be put in, left out or exchanged to make one word of the other (Levenshtein). */
function countDifferences(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (const [index, letter] of [...one].entries()) {
		const next = [index + 1];
		for (let column = 1; column <= other.length; column++) {
			const exchanged = (row[column - 1] ?? 0) + Number(letter !== other[column - 1]);
			next.push(Math.min(exchanged, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
