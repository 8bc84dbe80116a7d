import type { UsageCount } from '../../domain/usage/MessageUsage';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toHourRanges } from './toHourRanges';

interface CountRow {
	counted: UsageCount['counted'];
	phone_number_id: string;
	category: string | null;
	price_type: string | null;
	billable: number | null;
	messages: number;
}

/** Counts messages; see `UsageLedger.countUsage`. */
export function* countUsage(phoneNumberIds: string[], fromMs: number, untilMs: number): SqlScript<UsageCount[]> {
	const rows = yield* query<CountRow>('countUsage', [...new Set(phoneNumberIds)], ...toHourRanges(fromMs, untilMs));
	return rows.map(({ counted, phone_number_id, category, price_type, billable, messages }) => ({
		phoneNumberId: phone_number_id,
		counted,
		...(category !== null && { category }),
		...(price_type !== null && { type: price_type }),
		...(billable !== null && { isBillable: Number(billable) !== 0 }),
		count: Number(messages),
	}));
}
