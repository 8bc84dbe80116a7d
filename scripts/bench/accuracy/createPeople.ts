import type { Random } from '../crash/createRandom.ts';
import type { Identity } from './Happening.ts';

/** Where a person's number is from, and how else WhatsApp and address books have it. */
interface Country {
	code: string;
	/** Digits before the subscriber's last seven. */
	prefix: string;
	/** The same number with other digits. */
	others: (digits: string) => string[];
}

const none = () => [];
const COUNTRIES: Country[] = [
	{ code: 'US', prefix: '1212', others: none },
	{ code: 'DE', prefix: '491514', others: none },
	{ code: 'IN', prefix: '91987', others: none },
	{ code: 'GB', prefix: '44791', others: none },
	{ code: 'ES', prefix: '3461', others: none },
	// The ninth digit, the 1 and the 9 that come and go.
	{ code: 'BR', prefix: '551198', others: (digits) => [`${digits.slice(0, 4)}${digits.slice(5)}`] },
	{ code: 'MX', prefix: '521555', others: (digits) => [`52${digits.slice(3)}`] },
	{ code: 'AR', prefix: '549114', others: (digits) => [`54${digits.slice(3)}`] },
];
const FIRST_SUBSCRIBER = 3_200_000;

/**
 * People of eight countries: of every twenty, three hide their number, five are named by number alone, twelve by both.
 *
 * @param generation - 1 for who they become once they have changed number and ID
 */
export function createPerson(index: number, generation = 0): Identity {
	const country = COUNTRIES[index % COUNTRIES.length] ?? COUNTRIES[0]!;
	const number = `${country.prefix}${FIRST_SUBSCRIBER + index * 2 + generation}`;
	const userId = `${country.code}.${7_000_000_000_000 + index * 2 + generation}`;
	const kind = Math.floor(index / COUNTRIES.length) % 20;
	if (kind < 3) return { userId, otherNumbers: [] };
	const otherNumbers = country.others(number);
	return kind < 8 ? { number, otherNumbers } : { number, userId, otherNumbers };
}

/** One of the digits under which WhatsApp may name the number; undefined where there is none. */
export function numberOf({ number, otherNumbers }: Identity, random: Random): string | undefined {
	if (number === undefined) return undefined;
	return random(3) === 0 ? (otherNumbers[random(otherNumbers.length || 1)] ?? number) : number;
}
