import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { checkOneOf } from './checkOneOf.ts';
import { readMoney } from './readMoney.ts';

const AT = 'interactive.action.parameters.order';
/** payments/payments-br/orders, dated 2026-03-25; in code points. */
const NAME_CHARACTERS = 60;
const DESCRIPTION_CHARACTERS = 60;
const EXPIRY_CHARACTERS = 120;
const LEAST_SECONDS_TO_PAY = 300;
/** With pictures of their own (payments/payments-in/pg, dated 2026-05-21). */
const PICTURED_ITEMS = 10;

/**
 * Checks the items of an order and its sums: subtotal + tax + shipping - discount = total.
 *
 * That items without a catalog name country of origin and importer is not asked: Meta's pages contradict each other.
 *
 * @param total - in the currency's smallest unit
 * @param nowMs - epoch milliseconds
 * @throws {GraphError} 131008 for what is missing, 131009 for what cannot be, also for sums that do not agree
 */
export function checkOrder(order: JsonObject, total: number, nowMs: number): void {
	checkOneOf(order.status, ['pending'], `${AT}.status`);
	if (order.type !== undefined) checkOneOf(order.type, ['quick_pay'], `${AT}.type`);
	const items = readList(order.items, { at: `${AT}.items` });
	const sum = items.reduce((before, item, index) => before + priceOf(item, `${AT}.items[${index}]`), 0);
	checkPictures(items, order);
	const subtotal = readMoney(order.subtotal, `${AT}.subtotal`);
	if (subtotal !== sum) throw freeFormRefusal.wrong(`${AT}.subtotal.value`, `must be ${sum}, which the items come to`);
	const toPay = subtotal + readCharge(order.tax, 'tax', true) + readCharge(order.shipping, 'shipping') - readCharge(order.discount, 'discount');
	if (toPay !== total) throw freeFormRefusal.wrong('interactive.action.parameters.total_amount.value', `must be ${toPay}`);
	checkExpiration(order.expiration, nowMs);
}

function priceOf(item: JsonObject, at: string): number {
	checkTextValue(item.name, { at: `${at}.name`, most: NAME_CHARACTERS, isRequired: true });
	const amount = readMoney(item.amount, `${at}.amount`);
	const saleAmount = item.sale_amount === undefined ? undefined : readMoney(item.sale_amount, `${at}.sale_amount`);
	if (saleAmount !== undefined && saleAmount >= amount) throw freeFormRefusal.wrong(`${at}.sale_amount`, 'must be less than the amount');
	const { quantity } = item;
	if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1) throw freeFormRefusal.wrong(`${at}.quantity`, 'must be a whole number from 1');
	return quantity * (saleAmount ?? amount);
}

function checkPictures(items: readonly JsonObject[], { catalog_id: catalogId }: JsonObject): void {
	if (!items.some(({ image }) => image !== undefined)) return;
	const hasProducts = catalogId !== undefined || items.some((item) => item.retailer_id !== undefined);
	if (hasProducts) throw freeFormRefusal.wrong(`${AT}.items image`, 'is not for products of a catalog');
	if (items.length > PICTURED_ITEMS) throw freeFormRefusal.wrong(`${AT}.items`, `has ${items.length} elements; with images at most ${PICTURED_ITEMS} are allowed`);
}

function readCharge(charge: unknown, name: string, isRequired = false): number {
	if (charge === undefined && !isRequired) return 0;
	const at = `${AT}.${name}`;
	const value = readMoney(charge, at);
	const { description, discount_program_name: program } = toJsonObject(charge) ?? {};
	checkTextValue(description, { at: `${at}.description`, most: DESCRIPTION_CHARACTERS });
	checkTextValue(program, { at: `${at}.discount_program_name`, most: DESCRIPTION_CHARACTERS });
	return value;
}

function checkExpiration(given: unknown, nowMs: number): void {
	if (given === undefined) return;
	const at = `${AT}.expiration`;
	const { timestamp, description } = toJsonObject(given) ?? {};
	checkTextValue(description, { at: `${at}.description`, most: EXPIRY_CHARACTERS, isRequired: true });
	if (!/^\d{10}$/.test(String(timestamp))) throw freeFormRefusal.wrong(`${at}.timestamp`, 'must be an instant in seconds');
	const secondsLeft = Number(timestamp) - nowMs / 1000;
	if (secondsLeft < LEAST_SECONDS_TO_PAY) throw freeFormRefusal.wrong(`${at}.timestamp`, `must be at least ${LEAST_SECONDS_TO_PAY} seconds from now`);
}
