import { InvalidInputError } from '../../domain/InvalidInputError';
import { DECIMALS, OFFSET } from './Amount';

// Ten billion; beyond it no order is meant, and sums stay exact.
const AMOUNT = /^(\d{1,10})(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount of money that is not negative, as somebody writes it into a form, without ever counting in fractions.
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
