import { isRecord } from '../../client/isRecord';

/** An amount of money in Meta's shape: in the smallest unit of the currency. */
export interface OrderAmount {
	value: number;
	offset: 100;
}

const OFFSET = 100;
const ROUNDING = 1e-6;

/**
 * Reads an amount that was given as a decimal, such as 1299.5 or `1299.50`, or in Meta's own shape.
 *
 * @returns undefined when it is no amount from 0 on, or has more than two decimals
 */
export function toAmount(given: unknown): OrderAmount | undefined {
	if (isRecord(given)) {
		const { value, offset } = given;
		return offset === OFFSET && isWholeAmount(value) ? { value, offset } : undefined;
	}
	const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : '';
	if (text === '') return undefined;
	const exact = Number(text) * OFFSET;
	const value = Math.round(exact);
	return isWholeAmount(value) && Math.abs(exact - value) < ROUNDING ? { value, offset: OFFSET } : undefined;
}

function isWholeAmount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
