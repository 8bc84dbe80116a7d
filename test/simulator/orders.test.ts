import { image } from './freeFormSamples';
import { ADA, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';
import { gateway, link, money, order, orderDetails, orderInIndia, orderStatus } from './orderSamples';

type Body = Record<string, unknown>;

const pix = (more: Body = {}) => ({ type: 'pix_dynamic_code', pix_dynamic_code: { code: '0002', merchant_name: 'Shop', key: '1', key_type: 'CPF', ...more } });
const cardOnFile = { type: 'offsite_card_pay', offsite_card_pay: { last_four_digits: '5235', credential_id: '7' } };
const upi = { type: 'upi_intent_link', upi_intent_link: { link: 'upi://pay?pa=shop@bank&tr=1' } };
const cake = { name: 'Cake', amount: money(500), quantity: 2 };
const picture = { link: 'https://shop.example/cake.png' };
const beneficiary = { name: 'Ada', address_line1: 'Wing A', city: 'Mumbai', state: 'Maharashtra', country: 'India', postal_code: '400063' };

describe('an order', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	async function codeOf(message: Body): Promise<number | undefined> {
		return (await stage.send({ to: ADA, ...message })).body.error?.code;
	}

	const expiry = (seconds: number) => ({ expiration: { timestamp: String(stage.time.nowMs / 1000 + seconds), description: 'Soon' } });

	test.each<[string, Body]>([
		['with items', orderDetails()],
		['under a picture', orderDetails({}, { header: image, footer: { text: 'Shop' } })],
		['without items', orderDetails({ order: undefined })],
		['with several ways to pay', orderDetails({ payment_settings: [pix(), link, cardOnFile, { type: 'boleto', boleto: { digitable_line: '0339' } }] })],
		['with tax, shipping and discount', orderDetails({ order: order({ tax: money(10), shipping: money(20), discount: money(5) }), total_amount: money(1025) })],
		['with a sale amount', orderDetails({ order: order({ items: [{ ...cake, sale_amount: money(400) }], subtotal: money(800) }), total_amount: money(800) })],
		['with pictures of ten items', orderDetails({ order: order({ items: Array.from({ length: 10 }, () => ({ ...cake, quantity: 1, image: picture })), subtotal: money(5000) }), total_amount: money(5000) })],
		['through a gateway', orderInIndia()],
		['by UPI', orderInIndia({ payment_settings: [upi], beneficiaries: [beneficiary] })],
		['to a configuration', orderInIndia({ payment_type: 'upi', payment_settings: undefined, payment_configuration: 'my-shop' })],
		['with a reference of 60 characters', orderDetails({ reference_id: 'x'.repeat(60) })],
	])('is taken %s', async (_case, message) => {
		expect(await codeOf(message)).toBeUndefined();
	});

	test.each<[string, Body, number]>([
		['without a reference', orderDetails({ reference_id: undefined }), 131008],
		['with a reference of 61 characters', orderDetails({ reference_id: 'x'.repeat(61) }), 131009],
		['with a reference of 36 characters in India', orderInIndia({ reference_id: 'x'.repeat(36) }), 131009],
		['with a reference with a space', orderDetails({ reference_id: 'order 1' }), 131009],
		['in another currency', orderDetails({ currency: 'USD' }), 131009],
		['of unknown goods', orderDetails({ type: 'goods' }), 131009],
		['without the kind of payment in Brazil', orderDetails({ payment_type: undefined }), 131008],
		['without a way to pay', orderDetails({ payment_settings: undefined }), 131008],
		['with a way to pay of the other country', orderDetails({ payment_settings: [gateway()] }), 131009],
		['without what belongs to a way to pay', orderDetails({ payment_settings: [{ type: 'boleto' }] }), 131008],
		['with a Pix key of an unknown kind', orderDetails({ payment_settings: [pix({ key_type: 'PASSPORT' })] }), 131009],
		['with a UPI app that there is not', orderInIndia({ payment_settings: [gateway({ preferred_payment_methods: [{ method: 'venmo' }] })] }), 131009],
		['with two UPI apps', orderInIndia({ payment_settings: [gateway({ preferred_payment_methods: [{ method: 'gpay' }, { method: 'bhim' }] })] }), 131009],
		['with another way to pay at the gateway', orderInIndia({ payment_settings: [gateway({ enabled_payment_options: ['cash'] })] }), 131009],
		['with an unknown gateway', orderInIndia({ payment_settings: [gateway({ type: 'stripe' })] }), 131009],
		['with a link that is none', orderDetails({ payment_settings: [{ type: 'payment_link', payment_link: { uri: 'pay.example' } }] }), 131009],
		['with a UPI intent that is none', orderInIndia({ payment_settings: [{ type: 'upi_intent_link', upi_intent_link: { link: 'https://pay.example' } }] }), 131009],
		['with the whole number of a card', orderDetails({ payment_settings: [{ type: 'offsite_card_pay', offsite_card_pay: { last_four_digits: '4111111111115235', credential_id: '7' } }] }), 131009],
		['with an amount of another offset', orderDetails({ total_amount: { value: 10, offset: 1 } }), 131009],
		['with an amount in fractions', orderDetails({ total_amount: money(1000.5) }), 131009],
		['without an amount', orderDetails({ total_amount: undefined }), 131008],
		['of nothing', orderDetails({ total_amount: money(0), order: undefined }), 131009],
		['without items in India', orderInIndia({ order: undefined }), 131008],
		['without items and under a picture', orderDetails({ order: undefined }, { header: image }), 131009],
		['under a text', orderDetails({}, { header: { type: 'text', text: 'Order' } }), 131009],
		['that is completed already', orderDetails({ order: order({ status: 'completed' }) }), 131009],
		['of no items', orderDetails({ order: order({ items: [] }) }), 131009],
		['with an item without a name', orderDetails({ order: order({ items: [{ ...cake, name: undefined }] }) }), 131008],
		['with an item of 61 characters', orderDetails({ order: order({ items: [{ ...cake, name: 'x'.repeat(61) }] }) }), 131009],
		['with half an item', orderDetails({ order: order({ items: [{ ...cake, quantity: 0.5 }] }) }), 131009],
		['with a sale amount that is not less', orderDetails({ order: order({ items: [{ ...cake, sale_amount: money(500) }] }) }), 131009],
		['with a wrong subtotal', orderDetails({ order: order({ subtotal: money(999) }) }), 131009],
		['without tax', orderDetails({ order: order({ tax: undefined }) }), 131008],
		['with a wrong total', orderDetails({ total_amount: money(999) }), 131009],
		['with pictures beside products', orderDetails({ order: order({ items: [{ ...cake, image: picture }], catalog_id: '1' }) }), 131009],
		['for somebody in another country', orderInIndia({ beneficiaries: [{ ...beneficiary, country: 'Nepal' }] }), 131009],
	])('is refused %s', async (_case, message, code) => {
		expect(await codeOf(message)).toBe(code);
	});

	test('can be paid for five minutes at least', async () => {
		expect(await codeOf(orderDetails({ order: order(expiry(300)) }))).toBeUndefined();
		expect(await codeOf(orderDetails({ order: order(expiry(299)) }))).toBe(131009);
	});

	test.each<[string, Body, string]>([
		['with its items', orderDetails(), 'Please choose\n\n[Open payment link: https://pay.example/1042]\n[Review and pay: 10.00 BRL]\norder-1\n- 2 × Cake: 5.00'],
		[
			'with what is added and taken off',
			orderDetails({ order: order({ tax: { ...money(10), description: 'GST' }, discount: money(5) }), total_amount: money(1005), payment_settings: [pix()] }),
			'Please choose\n\n[Copy Pix code: 0002]\n[Review and pay: 10.05 BRL]\norder-1\n- 2 × Cake: 5.00\n- Tax (GST): 0.10\n- Discount: -0.05',
		],
		['without items', orderDetails({ order: undefined, payment_settings: [cardOnFile] }), 'Please choose\n\n[Pay with card ending in 5235]\n[Total: 10.00 BRL]\norder-1'],
		['with its state', orderStatus('shipped', { payment: { status: 'captured' } }), '[order: order-1, shipped, payment captured]\n\nPlease choose'],
	])('is shown %s', async (_case, message, text) => {
		await stage.send({ to: ADA, ...message });
		expect(stage.simulator.sent().at(-1)).toMatchObject({ status: expect.not.stringMatching('refused'), text });
	});
});

describe('the state of an order', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	async function become(status: string, parameters: Body = {}): Promise<number | undefined> {
		await stage.send({ to: ADA, ...orderStatus(status, parameters) });
		await stage.simulator.idle();
		return stage.simulator.sent().at(-1)?.error?.code;
	}

	test.each<[string, Body, number]>([
		['that there is not', orderStatus('lost'), 131009],
		['as it was spelt once', orderStatus('partially-shipped'), 131009],
		['of an order without a name', orderStatus('shipped', { reference_id: undefined }), 131008],
		['of nothing', orderStatus('shipped', { order: undefined }), 131008],
		['in too many words', orderStatus('shipped', { order: { status: 'shipped', description: 'x'.repeat(121) } }), 131009],
		['of a payment that there is not', orderStatus('shipped', { payment: { status: 'refunded' } }), 131009],
		['of a payment at a time in words', orderStatus('shipped', { payment: { status: 'captured', timestamp: 'now' } }), 131009],
		['under a picture', orderStatus('shipped', {}, { header: image }), 131009],
	])('is refused: one %s', async (_case, message, code) => {
		expect((await stage.send({ to: ADA, ...message })).body.error?.code).toBe(code);
	});

	test('goes from one to another, and from the last to none', async () => {
		for (const status of ['pending', 'processing', 'partially_shipped', 'shipped', 'processing', 'completed']) expect(await become(status)).toBeUndefined();
		for (const status of ['shipped', 'canceled', 'completed']) expect(await become(status)).toBe(2046);
	});

	test('does not become pending again', async () => {
		await become('processing');
		expect(await become('pending')).toBe(2046);
	});

	test('is its own for each order', async () => {
		await become('completed');
		expect(await become('shipped', { reference_id: 'order-2' })).toBeUndefined();
	});

	test('is not canceled any more when it has been paid', async () => {
		await become('processing', { payment: { status: 'captured' } });
		expect(await become('canceled')).toBe(2047);
	});
});

describe('a payment', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	async function send(message: Body): Promise<string> {
		const id = String((await stage.send({ to: ADA, ...message })).body.messages[0]?.id);
		await stage.simulator.idle();
		return id;
	}

	test('through a gateway is told by a status of its own, with the gateway’s fields', async () => {
		const id = await send(orderInIndia({ payment_settings: [gateway({ razorpay: { receipt: 'r-1', notes: { colour: 'green' } } })] }));
		stage.simulator.tap({ from: ADA });
		await stage.simulator.idle();

		expect(stage.receivedOf('statuses').at(-1)).toMatchObject({
			id,
			type: 'payment',
			status: 'captured',
			recipient_id: ADA,
			payment: { reference_id: 'order-1', amount: money(1000), currency: 'INR', receipt: 'r-1', notes: { colour: 'green' }, transaction: { type: 'razorpay', status: 'success', method: { type: 'upi' } } },
		});
	});

	test('that is tried and fails leaves the order pending', async () => {
		await send(orderInIndia());
		stage.simulator.pay({ from: ADA, status: 'pending' });
		await stage.simulator.idle();

		expect(stage.receivedOf('statuses').at(-1)).toMatchObject({ status: 'pending', payment: { transaction: { status: 'failed', error: { reason: 'incorrect_pin' } } } });
	});

	test('with a card on file is a message that confirms it', async () => {
		const id = await send(orderDetails({ payment_settings: [cardOnFile] }));
		stage.simulator.tap({ from: ADA });
		await stage.simulator.idle();

		expect(stage.receivedOf('messages').at(-1)).toMatchObject({
			type: 'interactive',
			context: { id },
			interactive: { type: 'payment_method', payment_method: { payment_method: 'offsite_card_pay', reference_id: 'order-1', last_four_digits: '5235', credential_id: '7' } },
		});
	});

	test('of any other kind Meta does not tell', async () => {
		await send(orderDetails({ payment_settings: [pix()] }));

		expect(() => stage.simulator.pay({ from: ADA })).toThrow('Meta does not tell of this payment');
		expect(() => stage.simulator.tap({ from: ADA, button: 'Copy Pix code' })).toThrow('opens on the phone and sends nothing');
	});

	test('needs an order', () => {
		expect(() => stage.simulator.pay({ from: ADA })).toThrow('has no order to pay');
	});

	test('can be made by the control route', async () => {
		await send(orderInIndia());
		const { status } = await stage.call('POST', '/_simulator/pay', { from: ADA, status: 'captured' });
		await stage.simulator.idle();

		expect([status, stage.receivedOf('statuses').at(-1)?.type]).toEqual([200, 'payment']);
	});
});

describe('what the account lists', () => {
	test('has its Flows', async () => {
		const stage = await openStage();
		const { body } = await stage.call('GET', `/v25.0/${WABA_ID}/flows?fields=id,name,status`);
		await stage.close();

		expect(body.data).toContainEqual({ id: '1534857690123456', name: 'book_a_visit', status: 'PUBLISHED' });
		expect(body.data.map(({ status }) => status)).toContain('DRAFT');
	});
});
