import { isRecord } from '../../domain/isRecord';
import { OFFSET } from './Amount';

const ROUNDING = 1e-6;
/** What somebody writes: `Number` would read `0x10` and `1e3` as well. */
const WRITTEN = /^\d+(?:\.\d+)?$/;
/** Beyond ten billion no order is meant, and sums stay exact. */
const MOST = 10_000_000_000 * OFFSET;

/**
 * Reads an amount of money out of data: a decimal such as 1299.5 or `1299.50`, or Meta's own shape. A number that was calculated, such
 * as 0.1 + 0.2, counts as the amount that was meant.
 *
 * @returns in the currency's smallest unit; undefined when it is no amount from 0 on, or has more than two decimals
 */
export function parseAmount(given: unknown): number | undefined {
	if (isRecord(given)) {
		const { value, offset } = given;
		return offset === OFFSET && isWholeAmount(value) ? value : undefined;
	}
	const text = typeof given === 'string' ? given.trim() : '';
	if (typeof given !== 'number' && !WRITTEN.test(text)) return undefined;
	const exact = Number(given) * OFFSET;
	const value = Math.round(exact);
	return isWholeAmount(value) && Math.abs(exact - value) < ROUNDING ? value : undefined;
}

function isWholeAmount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < MOST;
}
