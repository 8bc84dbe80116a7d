import { seedTemplates } from '../../simulator/templates/seedTemplates';
import { templateCorpus } from '../fixtures/templates/corpus';
import { ADA, openStage } from './openStage';
import type { Answer, Stage } from './openStage';

type Components = Array<Record<string, unknown>>;

const PAYMENTS = 'payments that are asked for by boleto, Pix and link';
const OFFER = 'a limited-time offer with a code and a link';
const LINKS = 'link buttons, fixed and with an end of its own';
const IMAGE = 'an image header by link';
const button = (sub_type: string, index: string | number, ...parameters: unknown[]) => ({ type: 'button', sub_type, index, parameters });
const header = (...parameters: unknown[]) => ({ type: 'header', parameters });
const mpm = (sections: unknown) =>
	button('mpm', '0', { type: 'action', action: { thumbnail_product_retailer_id: 'sku', sections } });
const sections = (count: number, products = 1) =>
	Array.from({ length: count }, () => ({ title: 'New', product_items: Array.from({ length: products }, () => ({ product_retailer_id: 'sku' })) }));

describe('a template message that the simulated Meta refuses', () => {
	let stage: Stage;
	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	function caseOf(title: string) {
		const found = templateCorpus.find((each) => each.title === title);
		if (!found) throw new Error(`There is no case '${title}'.`);
		return { ...found, components: structuredClone(found.components ?? []) as Components };
	}

	async function send(name: string, components: Components, more: object = {}, endpoint?: string): Promise<Answer> {
		const message = { to: ADA, type: 'template', template: { name, language: { code: 'en_US' }, components }, ...more };
		return await (endpoint ? stage.call('POST', endpoint, { messaging_product: 'whatsapp', ...message }) : stage.send(message));
	}

	const without = (type: string) => (components: Components) => components.filter((component) => component.type !== type);
	const replaced = (type: string, ...by: Components) => (components: Components) => [...without(type)(components), ...by];

	test.each<[string, string, (components: Components) => Components, number]>([
		['no header', IMAGE, without('header'), 132000],
		['two headers', IMAGE, (all) => [...all, ...all], 131009],
		['a video for an image', IMAGE, replaced('header', header({ type: 'video', video: { link: 'https://a.example/b' } })), 132012],
		['an image without its object', IMAGE, replaced('header', header({ type: 'image' })), 132012],
		['an image with neither link nor ID', IMAGE, replaced('header', header({ type: 'image', image: {} })), 131009],
		['an image with link and ID', IMAGE, replaced('header', header({ type: 'image', image: { id: '1', link: 'https://a.example' } })), 131009],
		['an ID of no file', IMAGE, replaced('header', header({ type: 'image', image: { id: '1' } })), 131009],
		['a link that is none', IMAGE, replaced('header', header({ type: 'image', image: { link: 'a.png' } })), 131009],
		['a place without degrees', 'a location header', replaced('header', header({ type: 'location', location: { latitude: '', longitude: '1' } })), 131009],
		['a product without a catalog', 'a product header with its button', replaced('header', header({ type: 'product', product: { product_retailer_id: 'a' } })), 131008],
		['a component of no known kind', IMAGE, (all) => [...all, { type: 'quiz' }], 131009],
		['a button that is not there', LINKS, (all) => [...all, button('url', '5', { type: 'text', text: 'a' })], 131009],
		['a button of another kind', LINKS, replaced('button', button('quick_reply', '1', { type: 'payload', payload: 'a' })), 131009],
		['no end of a link', LINKS, without('button'), 131008],
		['an empty end of a link', LINKS, replaced('button', button('url', '1', { type: 'text', text: '' })), 131008],
		['a link that is too long', LINKS, replaced('button', button('url', '1', { type: 'text', text: 'x'.repeat(2000) })), 132018],
		['a link of another kind', LINKS, replaced('button', button('url', '1', { type: 'payload', payload: 'a' })), 132012],
		['no coupon code', 'a coupon code', without('button'), 131008],
		['a coupon code that is too long', 'a coupon code', replaced('button', button('copy_code', 0, { type: 'coupon_code', coupon_code: 'x'.repeat(16) })), 132018],
		['no code for the button', 'a one-time code, asked for once', without('button'), 131008],
		['no code for the body', 'a one-time code, asked for once', without('body'), 132000],
		['a Flow without a component', 'a Flow with token and data', without('button'), 131008],
		['a Flow without an action', 'a Flow with token and data', replaced('button', button('flow', '0', { type: 'action' })), 132012],
		['Flow data that is a list', 'a Flow with token and data', replaced('button', button('flow', '0', { type: 'action', action: { flow_action_data: [1] } })), 132018],
		['no code of a payment', PAYMENTS, without('button'), 131008],
		['a payment of another kind', PAYMENTS, replaced('button', button('payment_request', '0', { type: 'action', action: { payment_request: { payment_setting: { type: 'boleto', boleto: {} } } } })), 132018],
		['a payment that is no action', PAYMENTS, replaced('button', button('payment_request', '0', { type: 'text', text: 'a' })), 132012],
		['products without sections', 'a button for several products', replaced('button', mpm([])), 131008],
		['11 sections', 'a button for several products', replaced('button', mpm(sections(11))), 131009],
		['31 products', 'a button for several products', replaced('button', mpm(sections(1, 31))), 131009],
		['a section without a title', 'a button for several products', replaced('button', mpm([{ product_items: [{ product_retailer_id: 'a' }] }])), 132018],
		['no end of an offer', OFFER, without('limited_time_offer'), 131008],
		['an offer that is over', OFFER, replaced('limited_time_offer', { type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1 } }] }), 132018],
		['an end in words', OFFER, replaced('limited_time_offer', { type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 'soon' } }] }), 132012],
		['a body of 601 characters beside an offer', OFFER, replaced('body', { type: 'body', parameters: [{ type: 'text', text: 'x'.repeat(582) }] }), 132005],
		['a tap target without an address', 'a tap target', replaced('tap_target_configuration', { type: 'tap_target_configuration', parameters: [{ type: 'tap_target_configuration', tap_target_configuration: [{ title: 'a' }] }] }), 131009],
		['one card too few', 'a carousel with named variables', (all) => all.map((each) => (each.type === 'carousel' ? { ...each, cards: (each.cards as unknown[]).slice(1) } : each)), 132000],
		['cards that are counted from 1', 'a carousel with named variables', (all) => all.map((each) => (each.type === 'carousel' ? { ...each, cards: (each.cards as Components).map((card, index) => ({ ...card, card_index: index + 1 })) } : each)), 131009],
	])('has %s', async (_case, title, change, code) => {
		const { template, components } = caseOf(title);
		stage.simulator.putTemplate(template);
		expect((await send(template.name, components)).status).toBe(200);

		expect((await send(template.name, change(components))).body.error?.code).toBe(code);
	});

	test('is a one-time code for a business-scoped user ID', async () => {
		const { template, components } = caseOf('a one-time code, asked for once');
		stage.simulator.putTemplate(template);
		const person = stage.simulator.state().people.find(({ hidesPhoneNumber }) => hidesPhoneNumber);

		expect((await send(template.name, components, { to: undefined, recipient: person?.bsuid })).body.error?.code).toBe(131062);
	});

	test('is marketing on the Cloud API, where the account has switched it off', async () => {
		const { template, components } = caseOf('a coupon code');
		stage.simulator.putTemplate(template);
		stage.simulator.setSettings({ marketingOnCloudApi: false });

		expect((await send(template.name, components)).body.error?.code).toBe(131063);
		expect((await send('hello_world', [])).status).toBe(200);
	});

	test('goes to the Marketing Messages API and is none for it', async () => {
		const path = '/v25.0/106540352242922/marketing_messages';
		const { template, components } = caseOf('a coupon code');
		stage.simulator.putTemplate(template);

		expect((await send('hello_world', [], {}, path)).body.error?.code).toBe(134100);
		expect((await send(template.name, components, { type: 'text', text: { body: 'a' } }, path)).body.error?.code).toBe(134100);
		expect((await send(template.name, components, { product_policy: 'LAX' }, path)).body.error?.code).toBe(100);
		expect((await send(template.name, components, { message_activity_sharing: 'yes' }, path)).body.error?.code).toBe(100);
		const good = { product_policy: 'STRICT', message_activity_sharing: true };
		expect((await send(template.name, components, good, path)).status).toBe(200);
	});
});

describe('a template message that is held', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await openStage({ statusDelayMs: 0 });
		stage.simulator.setSettings({ templatePacing: true });
	});
	afterEach(async () => await stage.close());

	const sale = (name = 'summer_sale') => ({
		to: ADA,
		type: 'template',
		template: { name, language: { code: 'en_US' }, components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }] },
	});

	test.each([
		['send', 'read', undefined],
		['drop', 'failed', 132015],
	] as const)('reports nothing before it is released; outcome %s', async (outcome, status, code) => {
		const { body } = await stage.send(sale());
		await stage.simulator.idle();
		expect(body.messages?.[0]).toMatchObject({ message_status: 'held_for_quality_assessment' });
		expect(stage.simulator.sent()[0]?.status).toBe('accepted');

		expect(stage.simulator.releaseHeld(outcome)).toBe(1);
		await stage.simulator.idle();
		expect(stage.simulator.sent()[0]).toMatchObject({ status });
		expect(stage.simulator.sent()[0]?.error?.code).toBe(code);
	});

	test('is one of marketing, and no other', async () => {
		const { body } = await stage.send({ to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });

		expect(body.messages?.[0]).toMatchObject({ message_status: 'accepted' });
	});
});

describe('an upload', () => {
	let stage: Stage;
	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	async function upload(content: string | Uint8Array, type: string, fields: Record<string, string> = { messaging_product: 'whatsapp' }) {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append('file', new Blob([content as string], { type }), 'order.pdf');
		const headers = { Authorization: 'Bearer simulator-access-token' };
		const response = await fetch(`${stage.simulator.url}/v25.0/106540352242922/media`, { method: 'POST', headers, body: form });
		return { status: response.status, body: (await response.json()) as { id?: string; error?: { code: number } } };
	}

	test('gives an ID under which the file can be had', async () => {
		const { body } = await upload('a receipt', 'application/pdf');
		const { body: file } = await stage.call('GET', `/v25.0/${String(body.id)}`);

		expect(file).toMatchObject({ mime_type: 'application/pdf', file_size: 9 });
	});

	test.each([
		['a type that Meta does not take', () => upload('a', 'image/gif'), 131053],
		['nothing in it', () => upload('', 'application/pdf'), 131053],
		['a picture that is too large', () => upload(new Uint8Array(5 * 1024 * 1024 + 1), 'image/png'), 131053],
		['no product', () => upload('a', 'application/pdf', {}), 100],
	])('with %s is refused', async (_case, run, code) => {
		expect((await run()).body.error?.code).toBe(code);
	});
});

test('the templates of a fresh simulator have names of their own', () => {
	const names = seedTemplates.map(({ name, language = 'en_US' }) => `${name} ${language}`);

	expect(new Set(names).size).toBe(names.length);
});
