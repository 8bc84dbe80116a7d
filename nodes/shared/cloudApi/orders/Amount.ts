/** How many of the smallest unit make one of the currency: of rupees and of reais a hundred (payments pages, dated 2026-03 to 2026-05). */
export const OFFSET = 100;
export const DECIMALS = 2;

/** An amount of money in Meta's shape. */
export interface Amount {
	/** In the currency's smallest unit: 12.34 is 1234. */
	value: number;
	offset: number;
}

/** @param value - in the currency's smallest unit */
export function toAmount(value: number): Amount {
	return { value, offset: OFFSET };
}

/** Writes an amount as the forms take it: 129950 is `1299.50`. */
export function writeAmount(value: number): string {
	return (value / OFFSET).toFixed(DECIMALS);
}
