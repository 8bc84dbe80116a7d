import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { sentComponents } from '../sentComponents.ts';

const OFFSET = 100;
const REFERENCES: Readonly<Record<string, RegExp>> = { INR: /^[\w.-]{1,35}$/, BRL: /^[\w.-]{1,60}$/ };
const GOODS = ['digital-goods', 'physical-goods'];

/**
 * Checks the order that a button of a template asks to pay: what it is called, what it is paid by, and that its amounts add up.
 *
 * @param parameter - of the button
 * @throws {GraphError} 132012 for another kind of parameter, 131008 for what is missing, 131009 for what cannot be
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate (read 2026-11-27)
 */
export function checkOrder(parameter: JsonObject | undefined): void {
	const details = toJsonObject(toJsonObject(parameter?.action)?.order_details);
	if (parameter?.type !== 'action' || !details) {
		throw new GraphError(132012, { details: 'buttons: Format mismatch, expected action with order_details' });
	}
	const { reference_id: reference, type, currency, payment_settings: settings, payment_configuration: configuration, total_amount: total, order } = details;
	const pattern = REFERENCES[String(currency)];
	if (!pattern) throw refusal('currency');
	if (!pattern.test(String(reference))) throw refusal('reference_id');
	if (!GOODS.includes(String(type))) throw refusal('type');
	const isConfigured = currency === 'INR' && typeof configuration === 'string' && configuration !== '';
	if (sentComponents(settings).length === 0 && !isConfigured) throw missing('payment_settings');
	const sum = readAmount(total, 'total_amount');
	if (order !== undefined) checkSums(toJsonObject(order) ?? {}, sum);
	else if (currency === 'INR') throw missing('order');
}

/** Shows what is to be paid; undefined when the parameter does not say so. */
export function orderTotal(parameter: JsonObject | undefined): string | undefined {
	const details = toJsonObject(toJsonObject(parameter?.action)?.order_details);
	const value = toJsonObject(details?.total_amount)?.value;
	return typeof value === 'number' ? `${String(details?.currency)} ${(value / OFFSET).toFixed(2)}` : undefined;
}

function checkSums({ items, subtotal, tax, shipping, discount, status }: JsonObject, total: number): void {
	if (status !== 'pending') throw refusal('order.status');
	const list = sentComponents(items);
	if (list.length === 0) throw missing('order.items');
	const sum = list.map(readItem).reduce((a, b) => a + b, 0);
	if (sum !== readAmount(subtotal, 'order.subtotal')) throw refusal('order.subtotal: it is not the sum of the items');
	const taxes = readAmount(tax, 'order.tax');
	const [ship, less] = [shipping, discount].map((amount) => (amount === undefined ? 0 : readAmount(amount, 'order')));
	if (sum + taxes + (ship ?? 0) - (less ?? 0) !== total) throw refusal('total_amount: the amounts do not add up');
}

function readItem({ name, amount, sale_amount: sale, quantity }: JsonObject): number {
	if (typeof name !== 'string' || name === '') throw missing('name of an item');
	if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1) throw refusal('quantity of an item');
	return quantity * readAmount(sale ?? amount, 'amount of an item');
}

function readAmount(amount: unknown, place: string): number {
	const { value, offset } = toJsonObject(amount) ?? {};
	if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && offset === OFFSET) return value;
	throw refusal(place);
}

function refusal(what: string): GraphError {
	return new GraphError(131009, { details: `order_details: ${what} is not valid` });
}

function missing(what: string): GraphError {
	return new GraphError(131008, { details: `order_details: ${what} is missing` });
}
