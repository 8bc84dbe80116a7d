import { readTemplateRequest } from '../../simulator/templates/management/readTemplateRequest';
import { seedTemplates } from '../../simulator/templates/seedTemplates';
import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Answer, Stage } from './openStage';

type Components = Array<Record<string, unknown>>;

const OFFER_ENDS_AT = '2026-12-01T12:00:00.000Z';
const MARKETING_MESSAGES = `/v25.0/${NUMBER_ID}/marketing_messages`;

const words = (...texts: string[]) => texts.map((text) => ({ type: 'text', text }));
const named = (values: Record<string, string>) =>
	Object.entries(values).map(([parameter_name, text]) => ({ type: 'text', parameter_name, text }));
const body = (...parameters: object[]) => ({ type: 'body', parameters });
const header = (...parameters: object[]) => ({ type: 'header', parameters });
const button = (sub_type: string, index: unknown, ...parameters: object[]) => ({
	type: 'button',
	sub_type,
	...(index !== undefined && { index }),
	parameters,
});
const file = (type: string, more: object = {}) => header({ type, [type]: { link: `https://a.example/${type}`, ...more } });
const place = (location: object) => header({ type: 'location', location });
const action = (more: object = {}) => ({ type: 'action', action: more });
const ends = (expiration_time_ms: unknown) => ({
	type: 'limited_time_offer',
	parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});
const products = { thumbnail_product_retailer_id: 'fern', sections: [{ title: 'New', product_items: [{ product_retailer_id: 'fern' }] }] };
const plant = (card_index: unknown, price: string, path: string, payload?: string) => ({
	card_index,
	components: [
		file('image'),
		body(...named({ price })),
		...(payload ? [button('quick_reply', '0', { type: 'payload', payload })] : []),
		button('url', '1', ...words(path)),
	],
});
const plants = () => [
	body(...named({ month: 'May', first_name: 'Ada' })),
	{
		type: 'carousel',
		cards: [plant(0, '$5', 'lavender', 'reserve lavender'), plant(1, '$6', 'fern'), plant(2, '$7', 'olive', 'reserve olive')],
	},
];
const sale = () => [
	file('image'),
	ends(Date.parse(OFFER_ENDS_AT)),
	body(...words('Ada', '25OFF')),
	button('copy_code', '0', { type: 'coupon_code', coupon_code: '25OFF' }),
	button('url', '1', ...words('25OFF')),
];
const code = () => [body(...words('123456')), button('url', '0', ...words('123456'))];
const order = () => [
	file('document', { filename: 'Invoice 1042.pdf' }),
	body(...named({ order_id: '1042', amount: '$1', first_name: 'Ada' })),
	button('url', '0', ...words('1042')),
];

describe('a template message of the seeded templates', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function send(name: string, components: Components, more: object = {}, path?: string): Promise<Answer> {
		const message = { to: ADA, type: 'template', template: { name, language: { code: 'en_US' }, components }, ...more };
		return path === undefined
			? await stage.send(message)
			: await stage.call('POST', path, { messaging_product: 'whatsapp', ...message });
	}

	async function codeOf(...parameters: Parameters<typeof send>): Promise<number | undefined> {
		return (await send(...parameters)).body.error?.code;
	}

	test.each<[string, Components, string]>([
		['order_confirmation', order(), [
			'[document: Invoice 1042.pdf]',
			'Hello Ada, thank you for your order 1042 of $1. Your invoice is attached.',
			'Example Shop',
			'[View order: https://shop.example/orders/1042]',
		].join('\n\n')],
		['event_ticket', [file('image'), body(...words('Ada', 'the tour'))],
			'[image]\n\nHello Ada, here is your ticket for the tour. Please show the picture at the entrance.'],
		['product_video', [file('video'), body(...words('Ada'))], [
			'[video]',
			'Hello Ada, this is how our new watering system works. It takes five minutes to set up.',
			'[Learn more: https://shop.example/watering]',
		].join('\n\n')],
		['store_location', [place({ latitude: '52.5', longitude: '13.4', name: 'Shop', address: 'Main Street 1' }), body(...words('1'))], [
			'[location: Shop, Main Street 1]',
			'Your order 1 is ready. You can pick it up here until 6 p.m.',
			'[Call the store: +15550100001]',
		].join('\n\n')],
		['login_code', code(), [
			'*123456* is your verification code. For your security, do not share this code.',
			'This code expires in 10 minutes.',
			'[Copy code]',
		].join('\n\n')],
		['coupon', [body(...words('Ada', '25%')), button('COPY_CODE', 0, { type: 'coupon_code', coupon_code: '25OFF' })],
			'Hello Ada, thank you for shopping with us. Use this code for 25% off your next order.\n\n[Copy offer code: 25OFF]'],
		['flash_sale', sale(), [
			'[image]',
			`Expiring offer! (until ${OFFER_ENDS_AT})`,
			'Good news, Ada! Use the code 25OFF for 25% off everything for the garden.',
			'[Copy offer code: 25OFF]\n[Shop now: https://shop.example/sale?code=25OFF]',
		].join('\n\n')],
		['appointment_flow', [body(...words('Ada')), button('flow', '0', action({ flow_token: 'a' }))],
			'Hello Ada, it is time for the yearly check of your heating. When may we visit you?\n\n[Choose a date]'],
		['catalog_news', [body(...words('Ada'))],
			'Hello Ada, our catalog for the new season is here. Have a look!\n\nBest prices on WhatsApp\n\n[View catalog]'],
		['new_arrivals', [header(...words('May')), body(...words('Ada')), button('mpm', '0', action(products))],
			'New for May\n\nHello Ada, these plants came in this week. Tap to see them all.\n\n[View items]'],
		['single_product', [header({ type: 'product', product: { product_retailer_id: 'fern', catalog_id: '1' } }), body(...words('Ada'))],
			'[product]\n\nHello Ada, the plant you asked for is in stock again.\n\n[View]'],
		['support_call', [body(...words('Ada')), button('voice_call', undefined, { type: 'ttl_minutes', ttl_minutes: 100 })],
			'Hello Ada, we have looked into your case. Would you like to talk to us about it?\n\n[Call us]'],
		['call_permission', [body(...words('Ada', '1042'))],
			'Hello Ada, may we call you about your order 1042 when we have found an answer?'],
		['contact_request', [body(...words('Ada'))],
			'Hello Ada, our driver would like to reach you on the day of the delivery.\n\n[Share phone number]'],
		['plant_collection', plants(), [
			'Hello Ada, these are the plants of May that our gardeners chose for you.',
			'[image]\nLavender, now for $5 a pot\n[Reserve one]\n[View plant: https://shop.example/plants/lavender]',
			'[image]\nFern, now for $6 a pot\n[Reserve one]\n[View plant: https://shop.example/plants/fern]',
			'[image]\nOlive tree, now for $7 a pot\n[Reserve one]\n[View plant: https://shop.example/plants/olive]',
		].join('\n\n')],
	])('%s reads as the person sees it', async (name, components, text) => {
		const { status, text: answer } = await send(name, components);
		expect([status, answer]).toEqual([200, expect.stringContaining('wamid.')]);
		expect(stage.simulator.sent()).toMatchObject([{ text, endpoint: 'messages' }]);
	});

	test.each<[string, Components, string]>([
		['a file without a name', [file('document'), ...order().slice(1)], '[document]'],
		['a place with an address only', [place({ latitude: 1, longitude: 0, address: 'Main Street 1' })], '[location: Main Street 1]'],
		['a place with nothing but degrees', [place({ latitude: 1, longitude: 0 })], '[location: 1, 0]'],
	])('shows %s as such', async (_case, components, first) => {
		const isPlace = first.startsWith('[location');
		await send(isPlace ? 'store_location' : 'order_confirmation', isPlace ? [...components, body(...words('1'))] : components);
		expect(stage.simulator.sent()[0]?.text.split('\n\n')[0]).toBe(first);
	});

	test('puts a value in once, however much it looks like a variable', async () => {
		await send('event_ticket', [file('image'), body(...words('{{2}} $& $1', '{{1}}'))]);
		expect(stage.simulator.sent()[0]?.text).toContain('Hello {{2}} $& $1, here is your ticket for {{1}}.');
	});

	test('shows an offer that never ends without its end', async () => {
		const components = [
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'For you' } },
			{ type: 'BODY', text: 'Have a look.' },
		];
		stage.simulator.putTemplate({ name: 'endless', category: 'MARKETING', components });
		await send('endless', []);
		expect(stage.simulator.sent()).toMatchObject([{ text: 'For you\n\nHave a look.' }]);
		expect(await codeOf('endless', [ends(Date.parse(OFFER_ENDS_AT))])).toBe(131009);
	});

	test('binds the types of components and buttons in any letter case', async () => {
		const components = order().map((component) => ({
			...component,
			type: component.type.toUpperCase(),
			...('sub_type' in component && { sub_type: 'Url' }),
		}));
		expect((await send('order_confirmation', components)).status).toBe(200);
	});

	test.each<[string, string, Components, number]>([
		['a header for a template without one', 'login_code', [header(...words('a')), ...code()], 131009],
		['an empty header for a template without one', 'login_code', [header(), ...code()], 131009],
		['cards for a template without any', 'login_code', [{ type: 'carousel', cards: [] }, ...code()], 131009],
		['a footer, which has no values', 'event_ticket', [{ type: 'footer', parameters: words('a') }, file('image'), body(...words('a', 'b'))], 131009],
		['buttons for a template without any', 'event_ticket', [file('image'), body(...words('a', 'b')), button('url', '0', ...words('a'))], 131009],
		['a tap target for a template without a link', 'event_ticket', [
			file('image'),
			body(...words('a', 'b')),
			{ type: 'tap_target_configuration', parameters: [{ type: 'tap_target_configuration', tap_target_configuration: [{ url: 'https://a.example', title: 'a' }] }] },
		], 131009],
		['no product', 'single_product', [body(...words('Ada'))], 131008],
		['two parameters for a header', 'event_ticket', [header(...[file('image'), file('image')].flatMap(({ parameters }) => parameters)), body(...words('a', 'b'))], 132000],
		['a GIF on this path', 'summer_gif', [file('gif'), body(...words('Ada'))], 132012],
		['a button without an index', 'login_code', [body(...words('1')), button('url', undefined, ...words('1'))], 131008],
		['an index that is no number', 'login_code', [body(...words('1')), button('url', '', ...words('1'))], 131009],
		['an end for a fixed link', 'product_video', [file('video'), body(...words('Ada')), button('url', '0', ...words('a'))], 132000],
		['two values for a link', 'order_confirmation', [...order().slice(0, 2), button('url', '0', ...words('1', '2'))], 132000],
		['a one-time code of 16 characters', 'login_code', [body(...words('1')), button('url', '0', ...words('x'.repeat(16)))], 132018],
		['an offer that ends beyond the calendar', 'flash_sale', [...sale().filter(({ type }) => type !== 'limited_time_offer'), ends(1e20)], 132012],
		['a call of no minutes', 'support_call', [body(...words('a')), button('voice_call', '0', { type: 'ttl_minutes', ttl_minutes: 0 })], 132018],
		['a call with a payload that is no text', 'support_call', [body(...words('a')), button('voice_call', '0', { type: 'payload', payload: 7 })], 131008],
		['a catalog button without an action', 'catalog_news', [body(...words('a')), button('catalog', '0', { type: 'text', text: 'a' })], 132012],
		['a value for a button that takes none', 'contact_request', [body(...words('a')), button('request_contact_info', '0', ...words('a'))], 131009],
		['a name among the values of a numbered template', 'coupon', [body(...named({ a: 'b', c: 'd' })), button('copy_code', 0, { type: 'coupon_code', coupon_code: 'a' })], 132012],
		['no names for a named template', 'order_confirmation', [file('document'), body(...words('a', 'b', 'c')), button('url', '0', ...words('1'))], 132012],
		['a header text of 61 characters', 'new_arrivals', [header(...words('x'.repeat(53))), body(...words('Ada')), button('mpm', '0', action(products))], 132005],
		['a card text of 161 characters', 'plant_collection', [plants()[0] ?? {}, { type: 'carousel', cards: [plant(0, 'x'.repeat(137), 'a'), plant(1, '$6', 'b'), plant(2, '$7', 'c')] }], 132005],
		['a card without the end of its link', 'plant_collection', [plants()[0] ?? {}, { type: 'carousel', cards: [0, 1, 2].map((index) => ({ card_index: index, components: [file('image'), body(...named({ price: '1' }))] })) }], 131008],
		['a template in review', 'delivery_survey', [body(...words('Ada'))], 132001],
		['a disabled template', 'old_newsletter', [], 132016],
	])('is refused with %s', async (_case, name, components, refusal) => {
		expect(await codeOf(name, components)).toBe(refusal);
		expect(stage.simulator.sent()).toMatchObject([{ status: 'refused', error: { code: refusal } }]);
	});

	test('counts the characters of a text and not its bytes', async () => {
		const components = (count: number) => [header(...words('🌱'.repeat(count))), body(...words('Ada')), button('mpm', '0', action(products))];
		expect(await codeOf('new_arrivals', components(52))).toBeUndefined();
		expect(await codeOf('new_arrivals', components(53))).toBe(132005);
	});

	test('takes an offer until it ends by the clock of the simulator', async () => {
		stage.time.nowMs = Date.parse(OFFER_ENDS_AT) - 1;
		expect(await codeOf('flash_sale', sale())).toBeUndefined();
		stage.time.nowMs += 1;
		expect(await codeOf('flash_sale', sale())).toBe(132018);
	});

	async function upload(type: string): Promise<string> {
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('type', type);
		form.append('file', new Blob(['picture'], { type }), 'ticket');
		const response = await fetch(`${stage.simulator.url}/v25.0/${NUMBER_ID}/media`, {
			method: 'POST',
			headers: { Authorization: 'Bearer simulator-access-token' },
			body: form,
		});
		return ((await response.json()) as { id: string }).id;
	}

	test('takes the ID of an uploaded picture, and gives the page the picture', async () => {
		const id = await upload('image/png');
		const components = [header({ type: 'image', image: { id } }), body(...words('Ada', 'the tour'))];
		expect(await codeOf('event_ticket', components)).toBeUndefined();
		expect(stage.simulator.state().messages[0]?.sections).toMatchObject([{ header: '[image]', pictureId: id }]);
		const picture = await fetch(`${stage.simulator.url}/_simulator/files/${id}`);
		expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/png', 'picture']);
	});

	test.each(['text/html', 'application/pdf'])('gives the page no file of the type %s', async (type) => {
		const id = await upload(type);
		expect((await stage.call('GET', `/_simulator/files/${id}`, undefined, null)).status).toBe(404);
	});

	test('gives the page each card with its own parts and buttons', async () => {
		await send('plant_collection', plants());
		const [message, ...cards] = stage.simulator.state().messages[0]?.sections ?? [];
		expect(message).toEqual({
			body: 'Hello Ada, these are the plants of May that our gardeners chose for you.',
			buttons: [],
		});
		expect(cards).toHaveLength(3);
		expect(cards[0]).toEqual({
			header: '[image]',
			body: 'Lavender, now for $5 a pot',
			buttons: [
				{ kind: 'quickReply', text: 'Reserve one', value: 'reserve lavender' },
				{ kind: 'other', text: 'View plant', value: '', opens: 'https://shop.example/plants/lavender' },
			],
		});
	});

	test.each<[string, Components, string]>([
		['with an end that looks like one', [...order().slice(0, 2), button('url', '0', ...words('$&{{1}}'))], '$&{{1}}'],
		['without an end, in a message that is refused', order().slice(0, 2), '{{1}}'],
	])('shows a link %s', async (_case, components, end) => {
		await send('order_confirmation', components);
		expect(stage.simulator.sent()[0]?.text).toContain(`[View order: https://shop.example/orders/${end}]`);
	});

	test('shows a variable without a value as it is, in a message that is refused', async () => {
		await send('coupon', [body(...words('Ada'))]);
		expect(stage.simulator.sent()[0]?.text).toBe(
			'Hello Ada, thank you for shopping with us. Use this code for {{2}} off your next order.\n\n[Copy offer code]',
		);
	});

	test('sends back the payload of a reply on a card, or else its words', async () => {
		const { body: answer } = await send('plant_collection', plants());
		await stage.simulator.idle();
		const messageId = String(answer.messages[0]?.id);
		stage.simulator.tap({ from: ADA, messageId, button: 'reserve olive' });
		stage.simulator.tap({ from: ADA, messageId, button: 'Reserve one' });
		expect(stage.simulator.conversation(ADA).slice(1)).toMatchObject([
			{ type: 'button', content: { payload: 'reserve olive', text: 'Reserve one' } },
			{ type: 'button', content: { text: 'Reserve one' } },
		]);
	});

	describe('to the Marketing Messages API', () => {
		test('may have a GIF, is remembered with its path and priced as such', async () => {
			const gif = [file('gif'), body(...words('Ada'))];
			expect((await send('summer_gif', gif, { product_policy: 'STRICT' }, MARKETING_MESSAGES)).status).toBe(200);
			await stage.simulator.idle();
			expect(stage.simulator.sent()).toMatchObject([{ endpoint: 'marketing_messages', text: expect.stringMatching(/^\[gif\]/) }]);
			expect(stage.receivedOf('statuses')[0]).toMatchObject({ pricing: { category: 'marketing_lite' } });
		});

		test.each<[string, string, Components, object, number]>([
			['a utility template', 'hello_world', [], {}, 134100],
			['a text', 'coupon', [], { type: 'text', text: { body: 'a' } }, 134100],
			['an unknown policy', 'coupon', [], { product_policy: 'LAX' }, 100],
			['a word for a switch', 'coupon', [], { message_activity_sharing: 'yes' }, 100],
			['a read mark', 'coupon', [], { status: 'read', message_id: 'a', type: 'text' }, 134100],
		])('is refused with %s, and remembered', async (_case, name, components, more, refusal) => {
			expect(await codeOf(name, components, more, MARKETING_MESSAGES)).toBe(refusal);
			expect(stage.simulator.sent()).toMatchObject([{ endpoint: 'marketing_messages', status: 'refused' }]);
		});

		test('fails as ordered, there too', async () => {
			stage.simulator.failNext({ mode: 'error', code: 131016 });
			expect(await codeOf('summer_gif', [], {}, MARKETING_MESSAGES)).toBe(131016);
			expect(stage.simulator.sent()).toMatchObject([{ endpoint: 'marketing_messages', error: { code: 131016 } }]);
		});
	});
});

describe('the seeded templates', () => {
	const own = seedTemplates.filter(({ category }) => category !== 'AUTHENTICATION');

	test.each(own.map((template) => [template.name, template.language ?? 'en_US', template] as const))(
		'%s in %s could be written by a business',
		(_name, language, template) => {
			const request = { category: 'UTILITY', ...template, language };
			expect(readTemplateRequest(request, () => false).components).toEqual(template.components);
		},
	);
});
