import { isRecord } from '../../../domain/isRecord';
import { toAmount } from '../../orders/Amount';
import { isOrderReference } from '../../orders/isOrderReference';
import { ORDER_COUNTRIES } from '../../orders/OrderCountry';
import { ORDER_PAYMENTS, type OrderPayment } from '../../orders/orderPayments';
import { GOODS, PIX_KEY_TYPES } from '../../orders/orderWords';
import { parseAmount } from '../../orders/parseAmount';
import { parseOrderItems } from '../../orders/parseOrderItems';
import type { PaymentSetting } from '../../orders/paymentSettings';
import { sumOrder, type CountedItem } from '../../orders/sumOrder';
import { LONGEST } from '../../messages/messageLimits';
import { onlyGiven } from '../../messages/onlyGiven';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplateField } from '../TemplateField';
import { TemplateParameterError } from '../TemplateParameterError';
import type { TemplatePart } from '../TemplatePart';
import type { TemplateValues } from '../TemplateValues';
import { buttonField } from './buttonField';
import { readDescription } from './readDescription';
import type { SectionPlace } from './SectionPlace';

type Fields = ReturnType<typeof toFields>;

const ITEMS_SHAPE = 'Give a list, for example [{"name": "Tea", "amount": 4.5, "quantity": 2}].';
// payments/payments-in/pg (dated 2025-11-14).
const LONGEST_CONFIGURATION = 60;
const GOODS_NAMES = { 'digital-goods': 'Digital Goods', 'physical-goods': 'Physical Goods' };

/**
 * The order that a button shows and lets a person pay. Subtotal and total are worked out, so that they always add up.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/checkout-button-templates (dated 2026-05-21)
 */
export function orderButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const fields = toFields(button, place);
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: Object.values(fields),
		toComponent(values) {
			const action = { order_details: toOrderDetails(fields, values) };
			return { type: 'button', sub_type: 'order_details', index, parameters: [{ type: 'action', action }] };
		},
	};
}

function toFields(button: TemplateButton, place: SectionPlace) {
	const field = (name: string, words: string, more: Partial<TemplateField> = {}) => buttonField(button, place, name, words, more);
	const optional = (name: string, words: string, more: Partial<TemplateField> = {}) => field(name, words, { isRequired: false, ...more });
	return {
		reference: field('reference', 'order reference', { hint: 'e.g. order-1042' }),
		items: field('items', 'items', { kind: 'json', hint: 'e.g. [{"name": "Tea", "amount": 4.5, "quantity": 2}]' }),
		payment: field('payment', 'payment', { kind: 'choice', choices: ORDER_PAYMENTS.map(({ name, value }) => ({ name, value })) }),
		code: field('payment_code', 'payment code', { hint: 'link, Pix code, boleto line or configuration' }),
		tax: optional('tax', 'tax', { hint: 'e.g. 1.90' }),
		taxText: optional('tax_description', 'words on the tax', { hint: 'e.g. Included' }),
		shipping: optional('shipping', 'shipping', { hint: 'e.g. 4.90' }),
		shippingText: optional('shipping_description', 'words on the shipping', { hint: 'e.g. By courier' }),
		discount: optional('discount', 'discount', { hint: 'e.g. 5.00' }),
		discountText: optional('discount_description', 'words on the discount', { hint: 'e.g. Autumn sale' }),
		goods: optional('goods', 'kind of goods', { kind: 'choice', choices: GOODS.map((value) => ({ name: GOODS_NAMES[value], value })) }),
		expiresAt: optional('expires_at', 'order expires at', { kind: 'instant' }),
		expiryText: optional('expiry_description', 'words on the expiry', { hint: 'e.g. Order by Friday' }),
		addresses: optional('shipping_info', 'shipping addresses', { kind: 'json', hint: "Meta's shipping_info, or a list of addresses" }),
		merchant: optional('pix_merchant', 'Pix account holder'),
		key: optional('pix_key', 'Pix key'),
		keyType: optional('pix_key_type', 'kind of Pix key', { kind: 'choice', choices: PIX_KEY_TYPES.map((value) => ({ name: value, value })) }),
	};
}

function toOrderDetails(fields: Fields, values: TemplateValues): Record<string, unknown> {
	const payment = readPayment(fields, values);
	const { currency, longestReference } = ORDER_COUNTRIES[payment.country];
	const items = readItems(fields.items, values);
	const [tax, shipping, discount] = [fields.tax, fields.shipping, fields.discount].map((field) => readAmount(field, values));
	const { subtotal, total } = sumOrder(items, { tax, shipping, discount });
	if (!Number.isSafeInteger(total)) throw refusal(fields.items, 'comes to more than WhatsApp can count with.', 'Look at the amounts and quantities of the items.');
	if (total <= 0) {
		const field = discount !== undefined ? fields.discount : fields.items;
		throw refusal(field, 'leaves nothing to be paid.', 'Look at the amounts of the items and at the discount.');
	}
	return {
		reference_id: readReference(fields.reference, values, longestReference),
		type: values.has(fields.goods) ? values.choice(fields.goods) : GOODS[0],
		...(payment.paymentType !== undefined && { payment_type: payment.paymentType }),
		currency,
		...toMeans(payment, fields, values),
		...(values.has(fields.addresses) && { shipping_info: readAddresses(fields.addresses, values) }),
		order: {
			status: 'pending',
			items: items.map(({ item }) => item),
			subtotal: toAmount(subtotal),
			// Meta wants it even where there is none.
			tax: toCharge(tax ?? 0, readDescription(fields.taxText, LONGEST.chargeDescription, values)),
			...onlyGiven({
				shipping: toCharge(shipping, readDescription(fields.shippingText, LONGEST.chargeDescription, values, fields.shipping)),
				discount: toCharge(discount, readDescription(fields.discountText, LONGEST.chargeDescription, values, fields.discount)),
				expiration: toExpiration(fields, values),
			}),
		},
		total_amount: toAmount(total),
	};
}

function readReference(field: TemplateField, values: TemplateValues, longest: number): string {
	const reference = values.word(field).trim();
	if (isOrderReference(reference) && reference.length <= longest) return reference;
	const advice = `Write up to ${longest} English letters, digits, dots, dashes and underscores.`;
	throw refusal(field, `is no reference that WhatsApp takes: ${reference.slice(0, 80)}`, advice);
}

function readPayment(fields: Fields, values: TemplateValues): OrderPayment {
	const chosen = values.choice(fields.payment);
	return ORDER_PAYMENTS.find(({ value }) => value === chosen) as OrderPayment;
}

/** Meta keeps the account of a configuration itself; all other ways say what they are. */
function toMeans(payment: OrderPayment, fields: Fields, values: TemplateValues): Record<string, unknown> {
	if (payment.isConfiguration !== true) return { payment_settings: [toSetting(payment, fields, values)] };
	const name = values.word(fields.code).trim();
	if (name === '' || name.length > LONGEST_CONFIGURATION) {
		throw refusal(fields.code, `is not what ${payment.name} needs: ${name.slice(0, 60)}`, `Give ${payment.needs}, up to ${LONGEST_CONFIGURATION} characters.`);
	}
	return { payment_configuration: name };
}

function toSetting(payment: OrderPayment, fields: Fields, values: TemplateValues): PaymentSetting {
	const code = values.word(fields.code).trim();
	const readAccount = () => ({ merchant_name: values.word(fields.merchant), key: values.word(fields.key), key_type: values.choice(fields.keyType) });
	const setting = payment.toSetting(code, readAccount);
	if (setting) return setting;
	throw refusal(fields.code, `is not what ${payment.name} needs: ${code.slice(0, 60)}`, `Give ${payment.needs}.`);
}

function readItems(field: TemplateField, values: TemplateValues): CountedItem[] {
	const items = parseOrderItems(values.json(field));
	if (Array.isArray(items)) return items;
	throw refusal(field, items.words, ITEMS_SHAPE);
}

function readAmount(field: TemplateField, values: TemplateValues): number | undefined {
	if (!values.has(field)) return undefined;
	const amount = parseAmount(values.word(field));
	if (amount !== undefined) return amount;
	throw refusal(field, `is no amount of at most two decimals: ${values.word(field).slice(0, 40)}`, 'Give a plain number, for example 4.90.');
}

function toCharge(value: number | undefined, description: string | undefined): Record<string, unknown> | undefined {
	return value === undefined ? undefined : { ...toAmount(value), ...onlyGiven({ description }) };
}

function toExpiration({ expiresAt, expiryText }: Fields, values: TemplateValues): Record<string, unknown> | undefined {
	const description = readDescription(expiryText, LONGEST.expiryDescription, values, expiresAt);
	if (!values.has(expiresAt)) return undefined;
	// Meta wants seconds as text.
	return { timestamp: String(Math.floor(values.instantAhead(expiresAt).toSeconds())), ...onlyGiven({ description }) };
}

function readAddresses(field: TemplateField, values: TemplateValues): Record<string, unknown> {
	const given = values.json(field);
	if (Array.isArray(given) && given.every(isRecord)) return { country: 'IN', addresses: given };
	if (isRecord(given)) return given;
	throw refusal(field, 'is no list of addresses.', 'Give a list of objects with name, phone_number, address, city, state and in_pin_code.');
}

function refusal({ label }: TemplateField, words: string, advice: string): TemplateParameterError {
	return new TemplateParameterError(label, `'${label}' ${words}`, advice);
}
