import type { JsonObject } from '../../JsonObject.ts';
import type { RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import { sentComponents } from '../../templates/sentComponents.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { MessageButton } from '../../world/MessageButton.ts';
import { bracketed } from './bracketed.ts';
import { textOf } from './textOf.ts';

/** What the person taps to pay, by the type of the payment settings; only a gateway and a card on file tell the business. */
const PAYMENTS: Readonly<Record<string, (way: JsonObject) => MessageButton>> = {
	pix_dynamic_code: ({ code }) => opening('Copy Pix code', code),
	boleto: ({ digitable_line: line }) => opening('Copy boleto code', line),
	payment_link: ({ uri }) => opening('Open payment link', uri),
	upi_intent_link: ({ link }) => opening('Pay now', link),
	payment_gateway: () => ({ kind: 'pay', text: 'Pay now', value: '' }),
	offsite_card_pay: ({ last_four_digits: digits }) => ({ kind: 'pay', text: `Pay with card ending in ${textOf(digits)}`, value: '' }),
};
const CHARGES = ['tax', 'shipping', 'discount'];

/** Shows an order that is to be paid: the ways to pay, then what it is made of. */
export function renderOrderDetails(parameters: JsonObject): Pick<RenderedSection, 'buttons' | 'list'> {
	const order = toJsonObject(parameters.order);
	const total = `${written(parameters.total_amount)} ${textOf(parameters.currency)}`;
	const settings = sentComponents(parameters.payment_settings);
	const buttons = settings.flatMap((setting) => {
		const type = textOf(setting.type);
		const button = Object.hasOwn(PAYMENTS, type) ? PAYMENTS[type]?.(toJsonObject(setting[type]) ?? {}) : undefined;
		return button ? [button] : [];
	});
	const rows = order ? [...sentComponents(order.items).map(toItem), ...CHARGES.flatMap((name) => toCharge(name, order[name]))] : [];
	return {
		// An older kind of order names an account of UPI instead of its settings.
		buttons: settings.length > 0 ? buttons : [opening('Pay now', undefined)],
		list: { label: order ? `Review and pay: ${total}` : `Total: ${total}`, groups: [{ title: textOf(parameters.reference_id), rows }] },
	};
}

/** Shows what became of an order. */
export function renderOrderStatus({ reference_id: reference, order, payment }: JsonObject): Pick<RenderedSection, 'header' | 'buttons'> {
	const { status, description } = toJsonObject(order) ?? {};
	const paid = textOf(toJsonObject(payment)?.status);
	return { header: bracketed('order', textOf(reference), textOf(status), textOf(description), paid && `payment ${paid}`), buttons: [] };
}

function toItem({ name, quantity, amount, sale_amount: saleAmount }: JsonObject): MessageButton {
	return { ...opening(`${textOf(quantity)} × ${textOf(name)}`, undefined), description: written(saleAmount ?? amount) };
}

function toCharge(name: string, charge: unknown): MessageButton[] {
	const { value, description } = toJsonObject(charge) ?? {};
	if (!value) return [];
	const title = name.charAt(0).toUpperCase() + name.slice(1);
	return [{ ...opening(textOf(description) ? `${title} (${textOf(description)})` : title, undefined), description: `${name === 'discount' ? '-' : ''}${written(charge)}` }];
}

function opening(text: string, opens: unknown): MessageButton {
	return { kind: 'other', text, value: '', ...(textOf(opens) && { opens: textOf(opens) }) };
}

/** 129950 of 100 is `1299.50`; what is no amount is a question mark. */
function written(money: unknown): string {
	const { value, offset } = toJsonObject(money) ?? {};
	const amount = Number(value) / Number(offset);
	return Number.isFinite(amount) ? amount.toFixed(2) : '?';
}
