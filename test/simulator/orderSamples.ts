import { interactive } from './freeFormSamples';

type Body = Record<string, unknown>;

/** An amount of money. */
export const money = (value: number): Body => ({ value, offset: 100 });

/** A way to pay in Brazil. */
export const link = { type: 'payment_link', payment_link: { uri: 'https://pay.example/1042' } };

/** A way to pay in India. */
export const gateway = (own: Body = {}): Body => ({ type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'my-shop', ...own } });

/** A cake for five reais, with what differs from the usual order. */
export const order = (parts: Body = {}): Body => ({
	status: 'pending',
	items: [{ name: 'Cake', amount: money(500), quantity: 2 }],
	subtotal: money(1000),
	tax: money(0),
	...parts,
});

/** An order that is to be paid in Brazil. */
export function orderDetails(parameters: Body = {}, parts: Body = {}): Body {
	const usual = { reference_id: 'order-1', type: 'digital-goods', payment_type: 'br', payment_settings: [link], currency: 'BRL', total_amount: money(1000), order: order() };
	return interactive('order_details', { name: 'review_and_pay', parameters: { ...usual, ...parameters } }, parts);
}

/** An order that is to be paid in India. */
export function orderInIndia(parameters: Body = {}, parts: Body = {}): Body {
	return orderDetails({ payment_type: undefined, payment_settings: [gateway()], currency: 'INR', ...parameters }, parts);
}

/** What became of an order. */
export function orderStatus(status: string, parameters: Body = {}, parts: Body = {}): Body {
	return interactive('order_status', { name: 'review_order', parameters: { reference_id: 'order-1', order: { status }, ...parameters } }, parts);
}
