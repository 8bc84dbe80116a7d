import { InvalidInputError } from '../../../domain/InvalidInputError';

/** How many of the smallest unit make one of the currency: of rupees and of reais a hundred (payments pages, dated 2026-03 to 2026-05). */
const OFFSET = 100;
const DECIMALS = 2;
// Ten billion; beyond it no order is meant, and sums stay exact.
const AMOUNT = /^(\d{1,10})(?:\.(\d{1,2}))?$/;

/** An amount of money in Meta's shape. */
export interface Amount {
	/** In the currency's smallest unit: 12.34 is 1234. */
	value: number;
	offset: number;
}

/**
 * Reads an amount of money that is not negative, without ever counting in fractions.
 *
 * @param parameter - its label in the form
 * @returns in the currency's smallest unit
 * @throws {InvalidInputError} when it is empty, has more than two decimals, or anything but digits and a point
 */
export function readAmount(parameter: string, value: unknown): number {
	const amount = readOptionalAmount(parameter, value);
	if (amount !== undefined) return amount;
	throw new InvalidInputError(parameter, `'${parameter}' is empty, so nothing was sent.`, 'Give an amount, for example 1299.50.');
}

/**
 * The same for an amount that may be missing.
 *
 * @returns undefined when nothing but white space was given
 */
export function readOptionalAmount(parameter: string, value: unknown): number | undefined {
	const given = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : (value ?? '');
	if (given === '') return undefined;
	const [, units, cents = ''] = (typeof given === 'string' && AMOUNT.exec(given)) || [];
	if (units !== undefined) return Number(units) * OFFSET + Number(cents.padEnd(DECIMALS, '0'));
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not an amount of money: ${(typeof given === 'string' ? given : JSON.stringify(given)).slice(0, 40)}`,
		'Write digits, a point and at most two decimals, and nothing else, for example 1299.50. In an expression {{ $json.amount.toFixed(2) }} rounds.',
	);
}

/** @param value - in the currency's smallest unit */
export function toAmount(value: number): Amount {
	return { value, offset: OFFSET };
}

/** Writes an amount as the form takes it: 129950 is `1299.50`. */
export function writeAmount(value: number): string {
	return (value / OFFSET).toFixed(DECIMALS);
}
