import { withoutTrailing } from '../withoutTrailing';
import type { RateTable } from './RateTable';
import type { NumberUsage } from './summarizeUsage';

/** What messages cost by a rate table. */
export interface AmountEstimate {
	/** Decimal text, exact; null while a category that costs has no rate. */
	amount: string | null;
	/** The categories that cost and have no rate. */
	missingRates: string[];
}

const PLACES = 12;
const SCALE = 10n ** BigInt(PLACES);

/** Says what the charged messages of some categories cost: exact, by whole numbers. */
export function estimateAmount(categories: NumberUsage['categories'], { rates }: RateTable): AmountEstimate {
	let total = 0n;
	const missingRates: string[] = [];
	for (const { category, charged } of categories) {
		if (charged === 0) continue;
		const rate = category === undefined ? undefined : rates.get(category);
		if (rate === undefined) missingRates.push(category ?? 'unknown');
		else total += BigInt(charged) * toScaled(rate);
	}
	return { amount: missingRates.length > 0 ? null : toDecimal(total), missingRates };
}

function toScaled(rate: string): bigint {
	const [whole = '0', fraction = ''] = rate.split('.');
	return BigInt(whole) * SCALE + BigInt(fraction.padEnd(PLACES, '0'));
}

function toDecimal(scaled: bigint): string {
	const fraction = withoutTrailing(String(scaled % SCALE).padStart(PLACES, '0'), /0/);
	return `${scaled / SCALE}${fraction === '' ? '' : `.${fraction}`}`;
}
