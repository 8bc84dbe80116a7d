import { isRecord } from '../../client/isRecord';
import { toAmount, type OrderAmount } from './toAmount';

/** An item of an order in Meta's shape. */
export type OrderItem = Record<string, unknown> & { amount: OrderAmount; sale_amount?: OrderAmount; quantity: number };

/** What is the matter with items, to be read after the field's label. */
export interface OrderProblem {
	words: string;
}

/**
 * Reads the items of an order. Amounts are decimals or in Meta's shape; what else an item has, such as `retailer_id` or
 * `country_of_origin`, goes along as it is.
 *
 * @param given - a list of `{ name, amount, quantity }`; the quantity is 1 where it is left out
 */
export function toOrderItems(given: unknown): OrderItem[] | OrderProblem {
	const list: unknown[] = Array.isArray(given) ? given : [given];
	if (list.length === 0) return { words: 'is an empty list.' };
	const items: OrderItem[] = [];
	for (const [index, raw] of list.entries()) {
		const item = toItem(raw, `has as item ${index + 1}`);
		if (typeof item === 'string') return { words: item };
		items.push(item);
	}
	return items;
}

/** What the items cost together, in the smallest unit of the currency; a reduced price counts in place of the full one. */
export function sumOf(items: OrderItem[]): number {
	return items.reduce((sum, { amount, sale_amount: sale, quantity }) => sum + (sale ?? amount).value * quantity, 0);
}

/** @returns what is the matter with it, in words, when it is none */
function toItem(raw: unknown, place: string): OrderItem | string {
	if (!isRecord(raw) || typeof raw.name !== 'string' || raw.name.trim() === '') return `${place} one without a name.`;
	const { amount: rawAmount, sale_amount: rawSale, quantity: rawQuantity = 1, ...rest } = raw;
	const amount = toAmount(rawAmount);
	const sale = rawSale === undefined ? undefined : toAmount(rawSale);
	const quantity = Number(rawQuantity);
	const named = `${place} '${raw.name.slice(0, 40)}'`;
	if (!amount) return `${named} without an amount of at most two decimals: ${show(rawAmount)}`;
	if (rawSale !== undefined && !sale) return `${named} with a sale_amount that is no amount: ${show(rawSale)}`;
	if (sale && sale.value >= amount.value) return `${named} with a sale_amount that is not less than its amount: ${show(rawSale)}`;
	if (!Number.isInteger(quantity) || quantity < 1) {
		return `${named} with a quantity that is no whole number from 1 on: ${show(rawQuantity)}`;
	}
	return { ...rest, name: raw.name, amount, ...(sale && { sale_amount: sale }), quantity };
}

function show(value: unknown): string {
	return (JSON.stringify(value) ?? 'nothing').slice(0, 40);
}
