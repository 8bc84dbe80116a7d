import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { messageCorpus } from '../fixtures/messages/corpus';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { toBinary } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const SENT = 0;

const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(ADA, 60_000);
});
afterEach(async () => await stage.close());

async function send(parameters: object, { binary, ...item }: { binary?: object } & Record<string, unknown> = {}, more: object = {}) {
	executions += 1;
	const items = [{ json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...item }, ...(binary && { binary }) }] as never[];
	const run = { node, credential: stage.credential, executionId: `orders ${executions}`, items, ...more };
	return await runNode({ ...run, parameters: parameters as INodeParameters });
}

const caseOf = (title: string) => messageCorpus.find((each) => each.title === title)?.parameters ?? {};
const PIX = caseOf('an order that is paid by Pix');
const UPI = caseOf('an order with items from data');
const STATUS = caseOf('the state of an order and of its payment');
const GATEWAY = caseOf('an order that is paid through payu');

/** An order with these items, and what else is given. */
const order = (item: object[], more: object = {}) => ({ ...PIX, items: { item }, orderOptions: {}, ...more });
const bread = (more: object = {}) => ({ name: 'Bread', amount: '10.00', quantity: 2, ...more });

function parameters() {
	const { action } = stage.simulator.sent().at(-1)?.content as { action: { parameters: Record<string, unknown> } };
	return action.parameters;
}

describe('the sums of an order', () => {
	test.each([
		['the items alone', order([bread()]), 2000],
		['a sale amount in place of the amount', order([bread({ more: { saleAmount: '9.99' } })]), 1998],
		['tax and shipping', order([bread()], { orderOptions: { taxAmount: '1.5', shippingAmount: '0.05' } }), 2155],
		['a discount', order([bread()], { orderOptions: { discountAmount: '19.99' } }), 1],
		['numbers that a machine does not add exactly', order([{ name: 'a', amount: 0.1 }, { name: 'b', amount: 0.2 }]), 30],
		['an amount that an expression calculates', order([bread({ amount: '={{ 0.1 + 0.2 }}', quantity: 1 })]), 30],
		['a quantity that an expression gives as text', order([bread({ quantity: '={{ "3" }}' })]), 3000],
	])('are calculated from %s', async (_case, given, value) => {
		const { error } = await send(given);

		expect(error).toBeUndefined();
		expect(parameters().total_amount).toEqual({ value, offset: 100 });
	});

	test.each<[string, object, RegExp]>([
		['a total that is not theirs', order([bread()], { orderTotal: '21.00' }), /'Total' is 21\.00, and the order comes to 20\.00: items 20\.00\.$/],
		[
			'a total without the shipping',
			order([bread()], { orderTotal: '20', orderOptions: { taxAmount: '1', shippingAmount: '2', discountAmount: '0.5' } }),
			/'Total' is 20\.00, and the order comes to 22\.50: items 20\.00 \+ tax 1\.00 \+ shipping 2\.00 - discount 0\.50/,
		],
		['a subtotal that is not theirs', order([bread(), bread({ quantity: 1 })], { orderOptions: { subtotal: '20' } }), /'Subtotal' is 20\.00, and the items come to 30\.00: 2 × 10\.00 \+ 1 × 10\.00/],
		['a discount of everything', order([bread()], { orderOptions: { discountAmount: '20' } }), /The order comes to 0\.00, so there is nothing to pay/],
		['a discount of more than everything', order([bread()], { orderOptions: { discountAmount: '20.01' } }), /The order comes to -0\.01/],
		['an amount with a comma', order([bread({ amount: '1.299,50' })]), /'Amount of Item 1' is not an amount of money: 1\.299,50/],
		['an amount with a currency', order([bread({ amount: 'R$ 10' })]), /'Amount of Item 1' is not an amount of money/],
		['an amount with three decimals', order([bread({ amount: '10.005' })]), /'Amount of Item 1' is not an amount of money: 10\.005/],
		['an amount below nothing', order([bread({ amount: -1 })]), /'Amount of Item 1' is not an amount of money: -1/],
		['no amount', order([bread(), bread({ amount: '' })]), /'Amount of Item 2' is empty/],
		['an amount that went wrong', order([bread({ amount: '={{ $json.price * 2 }}' })]), /'Amount of Item 1' is NaN/],
		['half an item', order([bread({ quantity: '={{ 1.5 }}' })]), /'Quantity of Item 1' is not a whole number from 1: 1\.5/],
		['no items at all', order([bread({ quantity: '={{ 0 }}' })]), /'Quantity of Item 1' is not a whole number from 1: 0/],
		['a sale amount that is not less', order([bread({ more: { saleAmount: '10' } })]), /'Sale Amount of Item 1' is 10\.00, which is not less than the amount 10\.00/],
		['more than anybody can count', order([bread({ amount: '9999999999', quantity: 999_999 })]), /'Total' is more than WhatsApp can count with/],
	])('refuse %s in a sentence, without a request', async (_case, given, words) => {
		const { error } = await send(given);

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/\S/);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('an order that WhatsApp would refuse', () => {
	const changed = (given: object, more: object) => ({ ...given, ...more });
	const nothing = '={{ $json.nothing }}';
	const field = (name: string, value = 'a') => ({ name, value });
	const fields = (...given: object[]) => changed(GATEWAY, { orderOptions: { gatewayFields: { field: given } } });

	test.each<[string, object, RegExp]>([
		['no reference', changed(PIX, { orderReference: nothing }), /'Order Reference' is empty/],
		['a reference with a space', changed(PIX, { orderReference: 'order 1042' }), /'Order Reference' has characters that WhatsApp does not take there: order 1042/],
		['a reference of 61 characters', changed(PIX, { orderReference: 'x'.repeat(61) }), /'Order Reference' is 61 characters long; WhatsApp allows 60/],
		['a reference of 36 characters in India', changed(UPI, { orderReference: 'x'.repeat(36) }), /'Order Reference' is 36 characters long; WhatsApp allows 35/],
		['another country', changed(PIX, { orderCountry: '={{ "SG" }}' }), /'Country' is SG, and WhatsApp takes payments in Brazil \(BR\) and India \(IN\)/],
		['no way to pay', changed(PIX, { brazilPayments: '={{ [] }}' }), /'Pay By' is empty/],
		['an unknown way to pay', changed(PIX, { brazilPayments: '={{ ["pix", "cash"] }}' }), /'Pay By' is unknown: cash/],
		['no Pix code', changed(PIX, { pixCode: nothing }), /'Pix Code' is empty/],
		['a Pix key of an unknown kind', changed(PIX, { pixKeyType: '={{ "PASSPORT" }}' }), /'Pix Key Type' is unknown: PASSPORT/],
		['the whole number of a card', changed(PIX, { brazilPayments: ['card'], cardDigits: '4111111111115235', cardCredentialId: '7' }), /'Last Digits of the Card' are not four digits: 5235$/],
		['a link that is none', changed(PIX, { brazilPayments: ['link'], paymentLink: 'pay.example' }), /'Payment Link' is not a link: pay\.example/],
		['no items in India', changed(UPI, { options: {} }), /'Items' is empty, and an order in India has at least one/],
		['neither items nor total', order([]), /'Total' is empty, and the order has no items/],
		['tax without items', order([], { orderTotal: '10', orderOptions: { taxAmount: '1' } }), /'Tax' is given, and the order has no items/],
		['a picture without items', order([], { orderTotal: '10', orderOptions: { headerMedia: 'https://shop.example/a.jpg' } }), /'Header File' is given, and the order has no items/],
		['an item without a name', order([bread({ name: '' })]), /'Item Name of Item 1' is empty/],
		['a long name', order([bread({ name: 'x'.repeat(61) })]), /'Item Name of Item 1' is 61 characters long; WhatsApp allows 60/],
		['pictures beside products', order([bread({ more: { pictureLink: 'https://shop.example/a.jpg', productId: 'sku-1' } })]), /'Picture Link' does not go with product IDs and a catalog/],
		[
			'pictures of eleven items',
			order(Array.from({ length: 11 }, () => bread({ more: { pictureLink: 'https://shop.example/a.jpg' } }))),
			/'Picture Link' is given in an order of 11 items; WhatsApp shows pictures with at most 10/,
		],
		['words of a shipping that is not there', order([bread()], { orderOptions: { shippingDescription: 'By courier' } }), /'Shipping Description' belongs to 'Shipping', which is empty/],
		['a program of a discount that is not there', order([bread()], { orderOptions: { discountProgram: 'Autumn' } }), /'Discount Program' belongs to 'Discount', which is empty/],
		['an expiry without words', order([bread()], { orderOptions: { expiresAt: '2030-01-01T00:00:00Z' } }), /'Expiry Description' is empty/],
		['words of an expiry that is not there', order([bread()], { orderOptions: { expiryDescription: 'Soon' } }), /'Expiry Description' belongs to 'Expires At', which is empty/],
		['an expiry that is no instant', order([bread()], { orderOptions: { expiresAt: 'soon', expiryDescription: 'Soon' } }), /'Expires At' is not a timestamp: "soon"/],
		['goods of another kind', changed(PIX, { goodsType: '={{ "services" }}' }), /'Goods' is unknown: services/],
		['a UPI link that is a web page', changed(UPI, { upiLink: 'https://pay.example' }), /'UPI Intent Link' is not the link of a UPI payment: https:\/\/pay\.example/],
		['a UPI link that pays nobody', changed(UPI, { upiLink: 'upi://pay?pn=Shop' }), /'UPI Intent Link' is not the link of a UPI payment/],
		['an unknown gateway', changed(GATEWAY, { gatewayType: '={{ "stripe" }}' }), /'Payment Gateway' is unknown: stripe/],
		['a field that the gateway does not take', fields(field('notes')), /'Field Name of Gateway Field 1' is notes, which payu does not take/],
		['a field twice', fields(field('udf1'), field('udf1')), /'Gateway Fields' has two equal names: udf1/],
		['a field that is too long', fields(field('udf1', 'x'.repeat(256))), /'Value of Gateway Field 1' is 256 characters long; WhatsApp allows 255/],
		['16 notes', changed(fields(...Array.from({ length: 16 }, (_, index) => field(`note ${index}`))), { gatewayType: 'razorpay' }), /'Gateway Fields' has 16 notes; Razorpay takes 15/],
		['a UPI app that there is not', changed(GATEWAY, { orderOptions: { preferredUpiApp: '={{ "venmo" }}' } }), /'Preferred UPI App' is unknown: venmo/],
		['a way to pay that the gateway does not offer', changed(GATEWAY, { orderOptions: { enabledPayments: '={{ "cash" }}' } }), /'Payment Options' is unknown: cash/],
		['a UPI app on a page without one', changed(GATEWAY, { orderOptions: { preferredUpiApp: 'gpay', enabledPayments: 'web' } }), /'Preferred UPI App' is given, and 'Payment Options' offers no UPI app/],
		[
			'somebody without a city',
			changed(UPI, { orderOptions: { beneficiaries: { beneficiary: [{ name: 'Ada', line1: 'Wing A', state: 'Maharashtra', postalCode: '400063' }] } } }),
			/'City of Beneficiary 1' is empty/,
		],
		[
			'a postal code of another country',
			changed(UPI, { orderOptions: { beneficiaries: { beneficiary: [{ name: 'Ada', line1: 'Wing A', city: 'Mumbai', state: 'Maharashtra', postalCode: '10117' }] } } }),
			/'Postal Code of Beneficiary 1' is not a postal code of India: 10117/,
		],
		['items with a member that nobody reads', changed(UPI, { options: { entriesJson: [{ name: 'a', amount: '1', price: '2' }] } }), /Item 1 that would not be sent: price/],
		['items in another offset', changed(UPI, { options: { entriesJson: [{ name: 'a', amount: { value: 1, offset: 1000 }, quantity: 1 }] } }), /no amount of money in amount of Item 1/],
		['no state', changed(STATUS, { orderStatus: 'none', paymentStatus: 'none', statusDescription: '', paidAt: '' }), /'Order Status' and 'Payment Status' are both None/],
		['an unknown state', changed(STATUS, { orderStatus: '={{ "lost" }}' }), /'Order Status' is unknown: lost/],
		['words of a state that is not there', changed(STATUS, { orderStatus: 'none' }), /'Status Description' belongs to 'Order Status', which is empty/],
		['a state in too many words', changed(STATUS, { statusDescription: 'x'.repeat(121) }), /'Status Description' is 121 characters long; WhatsApp allows 120/],
	])('has %s, and a sentence says so without a request', async (_case, given, words) => {
		const { error, outputs } = await send(given);

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/\S/);
		expect(outputs).toEqual([]);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('an order', () => {
	test('has a file of the item as its picture', async () => {
		const binary = { data: toBinary('a picture', { mimeType: 'image/png' }) };
		const { error } = await send(order([bread()], { orderOptions: { headerMedia: 'data' } }), { binary });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.content.header).toMatchObject({ type: 'image', image: { id: expect.stringMatching(/^\d+$/) as string } });
	});

	test('expires at an instant of the workflow’s clock', async () => {
		const options = { expiresAt: '2030-01-01 00:00', expiryDescription: 'Soon' };
		await send(order([bread()], { orderOptions: options }), {}, { timezone: 'America/Sao_Paulo' });

		expect(parameters().order).toMatchObject({ expiration: { timestamp: '1893466800' } });
	});

	test('takes its items from the rows of the item before it', async () => {
		const cart = [{ name: 'Fern', amount: 12.5, quantity: 2 }, { name: 'Moss', amount: '3', saleAmount: 2.99 }];
		const { error } = await send({ ...order([]), options: { entriesJson: '={{ $json.cart }}' } }, { cart });

		expect(error).toBeUndefined();
		expect(parameters().total_amount).toEqual({ value: 2799, offset: 100 });
	});

	test('may be of a country that an expression gives, without what other ways to pay need', async () => {
		const { error } = await send(order([bread()], { orderCountry: '={{ $json.country }}', brazilPayments: '={{ [$json.way] }}' }), { country: 'BR', way: 'pix' });

		expect(error).toBeUndefined();
		expect(parameters()).toMatchObject({ currency: 'BRL', payment_settings: [{ type: 'pix_dynamic_code' }] });
	});

	test('goes nowhere any more when it is completed, and Meta says so later', async () => {
		const state = (orderStatus: string) => ({ ...STATUS, orderStatus, paymentStatus: 'none', paidAt: '' });
		for (const each of ['shipped', 'completed', 'canceled']) {
			expect((await send(state(each))).outputs[SENT]).toHaveLength(1);
			await stage.simulator.idle();
		}

		expect(stage.simulator.sent().map(({ status, error }) => [status, error?.code])).toEqual([['read', undefined], ['read', undefined], ['failed', 2046]]);
	});

	test('does not go out when the window is closed', async () => {
		const { outputs } = await send(PIX, { recipient: '+15550100002' });

		expect(outputs[1]?.[0]?.json.notSent).toMatchObject({ reason: 'windowClosed' });
		expect(stage.simulator.sent()).toEqual([]);
	});
});
