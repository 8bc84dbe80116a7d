import type { IDataObject } from 'n8n-workflow';

import { estimateAmount } from '../../domain/usage/estimateAmount';
import type { RateTable } from '../../domain/usage/RateTable';
import type { NumberUsage } from '../../domain/usage/summarizeUsage';

/** What the figures of a number are about. */
export interface UsageFrame {
	/** For example `2026-11`. */
	month: string;
	/** IANA. */
	timeZone: string;
	/** As Meta shows it; undefined for a number of another account. */
	phoneNumber?: string;
	/** Undefined where the builder gave none. */
	rates?: RateTable;
}

/** Gives the usage of a business number as an item has it; amounts as decimal text, null where there is no rate. */
export function toUsageJson({ phoneNumberId, categories, ...figures }: NumberUsage, { month, timeZone, phoneNumber, rates }: UsageFrame): IDataObject {
	const { amount, missingRates } = toAmount(categories, rates);
	return {
		phoneNumberId,
		usage: {
			month,
			timeZone,
			phoneNumber: phoneNumber ?? null,
			...figures,
			amount,
			currency: rates?.currency ?? null,
			missingRates,
			categories: categories.map((each) => ({ ...each, category: each.category ?? null, amount: toAmount([each], rates).amount })),
		},
	};
}

function toAmount(categories: NumberUsage['categories'], rates: RateTable | undefined) {
	return rates ? estimateAmount(categories, rates) : { amount: null, missingRates: [] };
}
