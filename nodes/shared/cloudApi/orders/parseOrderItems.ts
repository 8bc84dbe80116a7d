import { isRecord } from '../../domain/isRecord';
import { LONGEST } from '../messages/messageLimits';
import { toAmount } from './Amount';
import { parseAmount } from './parseAmount';
import type { CountedItem } from './sumOrder';

/** Members of an item beside its amounts and quantity. */
const KNOWN = ['name', 'retailer_id', 'country_of_origin', 'importer_name', 'importer_address', 'image'];

/** What is the matter with items, to be read after the field's label. */
export interface OrderProblem {
	words: string;
}

/**
 * Reads the items of an order out of data. Amounts are decimals or in Meta's shape; `saleAmount` is `sale_amount`. What else Meta knows of an
 * item, such as `retailer_id` or `country_of_origin`, goes along as it is; what nobody knows is refused, for a misspelt sale price would ask for
 * the full one.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 * @param given - a list of `{ name, amount, quantity }`; the quantity is 1 where it is left out
 */
export function parseOrderItems(given: unknown): CountedItem[] | OrderProblem {
	const list: unknown[] = Array.isArray(given) ? given : [given];
	if (list.length === 0) return { words: 'is an empty list.' };
	const items: CountedItem[] = [];
	for (const [index, raw] of list.entries()) {
		const item = parseItem(raw, `has as item ${index + 1}`);
		if (typeof item === 'string') return { words: item };
		items.push(item);
	}
	return items;
}

/** @returns what is the matter with it, in words, when it is none */
function parseItem(raw: unknown, place: string): CountedItem | string {
	if (!isRecord(raw) || typeof raw.name !== 'string' || raw.name.trim() === '') return `${place} one without a name.`;
	const { amount: rawAmount, sale_amount: metaSale, saleAmount: rawSale = metaSale, quantity: rawQuantity = 1, ...rest } = raw;
	const amount = parseAmount(rawAmount);
	const sale = rawSale === undefined ? undefined : parseAmount(rawSale);
	const quantity = Number(rawQuantity);
	const named = `${place} '${raw.name.slice(0, 40)}'`;
	const strangers = Object.keys(rest).filter((name) => !KNOWN.includes(name));
	if (strangers.length > 0) return `${named} with what WhatsApp does not know: ${strangers.join(', ').slice(0, 80)}`;
	if (raw.name.trim().length > LONGEST.itemName) return `${named} with a name of ${raw.name.trim().length} characters; WhatsApp allows ${LONGEST.itemName}`;
	if (amount === undefined) return `${named} without an amount of at most two decimals: ${show(rawAmount)}`;
	if (rawSale !== undefined && sale === undefined) return `${named} with a sale_amount that is no amount: ${show(rawSale)}`;
	if (sale !== undefined && sale >= amount) return `${named} with a sale_amount that is not less than its amount: ${show(rawSale)}`;
	if (!Number.isInteger(quantity) || quantity < 1) {
		return `${named} with a quantity that is no whole number from 1 on: ${show(rawQuantity)}`;
	}
	const item = { ...rest, name: raw.name, amount: toAmount(amount), ...(sale !== undefined && { sale_amount: toAmount(sale) }), quantity };
	return { item, quantity, price: sale ?? amount };
}

function show(value: unknown): string {
	return (JSON.stringify(value) ?? 'nothing').slice(0, 40);
}
