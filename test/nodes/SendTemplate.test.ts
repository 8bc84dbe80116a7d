import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import type { ConsentEntry } from '../../nodes/shared/domain/Consent';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { setDate } from '../support/setDate';
import { startGraphProxy } from '../support/startGraphProxy';

const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const SALE = { templateFrom: 'name', templateName: 'summer_sale', templateLanguage: 'en_US' };

const node = new SendTemplate();
let stage: Stage;
let executions = 0;

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });
const byName = (templateName: string, templateLanguage = 'en_US') => ({ templateFrom: 'name', templateName, templateLanguage });
const filled = (value: Record<string, unknown>) => ({
	templateVariables: { mappingMode: 'defineBelow', value } as unknown as INodeParameters,
});

async function send(items: Array<Record<string, unknown>>, parameters: INodeParameters, more: Partial<NodeRun> = {}) {
	executions += 1;
	const run = { node, credential: stage.credential, executionId: `template ${executions}`, ...more };
	return await runNode({ ...run, parameters, items: toItems(...(items as never[])) });
}

async function templateId(name: string): Promise<string> {
	const url = `${stage.simulator.url}/v25.0/${BUSINESS_ACCOUNT_ID}/message_templates?name=${name}`;
	const response = await fetch(url, { headers: { Authorization: 'Bearer simulator-access-token' } });
	const { data } = (await response.json()) as { data: Array<{ id: string; name: string }> };
	return String(data.find((template) => template.name === name)?.id);
}

async function said(state: ConsentEntry['state'], kind: ConsentEntry['kind'] = 'marketing', agoMs = 1_000) {
	const entry = { businessAccountId: BUSINESS_ACCOUNT_ID, user: { waId: ADA.slice(1) }, source: 'test', evidence: '' };
	await stage.store.recordConsent([{ ...entry, kind, state, atMs: Date.now() - agoMs }]);
}

describe('an approved template', () => {
	it('with numbered variables goes out filled in, and says so', async () => {
		const { outputs, error } = await send(
			[to(ADA, { order: 1042 })],
			{ ...byName('appointment_reminder'), ...filled({ body_1: 'Ada', body_2: '={{ $json.order }}' }) },
		);
		expect(error).toBeUndefined();
		const [sent] = stage.simulator.sent();
		const text =
			'Hello Ada, this is a reminder of your appointment on 1042. Reply to this message to change it.\n\n[Confirm]\n[Change]';
		expect(sent).toMatchObject({ type: 'template', text, waId: '12025550143' });
		expect(outputs[NOT_SENT]).toEqual([]);
		expect(outputs[SENT]).toMatchObject([
			{
				json: {
					order: 1042,
					template: { name: 'appointment_reminder', language: 'en_US', category: 'UTILITY', text },
					message: { id: sent?.id, status: 'accepted', sentAs: 'template', alreadySent: false },
					session: { isOpen: false, reason: 'noInboundOnRecord' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('with named variables goes out in the chosen language', async () => {
		const values = { body_first_name: 'Ada', body_order_id: '1042', body_status: 'unterwegs' };
		await send([to(ADA)], { ...byName('order_update', 'de'), ...filled(values) });
		expect(stage.simulator.sent()).toMatchObject([
			{ template: { name: 'order_update', language: 'de' }, text: expect.stringContaining('Bestellung 1042 ist jetzt unterwegs') },
		]);
	});

	it('takes its values from fields of the item that are named like its variables', async () => {
		const parameters = { ...byName('order_update'), templateVariables: { mappingMode: 'autoMapInputData', value: null } };
		await send([to(ADA, { first_name: 'Ada', order_id: 1042, body_status: 'shipped', other: 'x' })], parameters);
		expect(stage.simulator.sent()).toMatchObject([{ text: expect.stringContaining('Hello Ada, your order 1042 is now shipped') }]);
	});

	it('may be chosen from the list, without any variables', async () => {
		const template = { __rl: true, mode: 'list', value: await templateId('hello_world') };
		const { outputs } = await send([to(ADA)], { templateFrom: 'list', template });
		expect(outputs[SENT]?.[0]?.json).toMatchObject({ template: { name: 'hello_world' } });
	});

	it('may be a new one that was not there a moment ago', async () => {
		await send([to(ADA)], byName('hello_world'));
		stage.simulator.putTemplate({ name: 'brand_new', components: [{ type: 'BODY', text: 'Something new.' }] });
		expect((await send([to(ADA)], byName('brand_new'))).outputs[SENT]).toHaveLength(1);
	});

	it('may be one that was paused a moment ago', async () => {
		await send([to(ADA)], byName('paused_offer'));
		stage.simulator.setTemplateStatus('paused_offer', 'en_US', 'APPROVED');
		expect((await send([to(ADA)], byName('paused_offer'))).outputs[SENT]).toHaveLength(1);
	});

	it('goes to a BSUID', async () => {
		const person = stage.simulator.state().people.find(({ hidesPhoneNumber }) => hidesPhoneNumber);
		await send([to(String(person?.bsuid))], byName('hello_world'));
		expect(stage.simulator.sent()).toMatchObject([{ waId: person?.waId, type: 'template' }]);
	});
});

describe('a template that cannot be sent', () => {
	test.each([
		['in another language', byName('order_update', 'fr'), /'order_update' does not exist in 'fr'; it exists in en_US, de/],
		['that is unknown', byName('order_updates'), /no template 'order_updates'/],
		['that is unknown by its ID', { template: { __rl: true, mode: 'id', value: '1' } }, /does not have: 1/],
		['that was not chosen', byName('={{ $json.unknown }}'), /No template is chosen/],
		['that is paused', byName('paused_offer'), /state is PAUSED/],
		['that was rejected', byName('rejected_notice'), /state is REJECTED/],
		['without its image', { ...byName('receipt_with_image'), ...filled({ body_1: 'Ada' }) }, /'Header image' is empty/],
		['without the end of its link', { ...byName('track_parcel'), ...filled({ body_1: '1' }) }, /'Button 1 link end: "Track parcel"' is empty/],
		['without the images of its cards', { ...byName('spring_collection'), ...filled({ body_1: 'Ada' }) }, /'Card 1 image' is empty/],
	])('%s is refused with a sentence and without a request', async (_, parameters, words) => {
		const { error, outputs } = await send([to(ADA)], parameters as unknown as INodeParameters);
		expect(error?.message).toMatch(words);
		expect(error?.description).not.toBe('');
		expect(error?.context?.itemIndex).toBe(0);
		expect(outputs).toEqual([]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		['is missing', { body_1: 'Ada' }, /your appointment on ….*is empty/],
		['is empty', { body_1: 'Ada', body_2: '' }, /your appointment on ….*is empty/],
		['belongs to no variable', { body_1: 'Ada', body_2: '12 May', body_3: 'x' }, /no variable for: body_3/],
		['has a line break', { body_1: 'Ada', body_2: '12 May\n10:30' }, /your appointment on ….*line break/],
		['is an object', { body_1: 'Ada', body_2: { day: 12 } }, /your appointment on ….*is not text/],
		['is a list', { body_1: ['Ada'], body_2: '12 May' }, /Hello ….*is not text/],
		['makes the text too long', { body_1: 'Ada', body_2: 'x'.repeat(1_024) }, /WhatsApp allows 1024/],
	])('because a value %s is refused with a sentence that names it', async (_, values, words) => {
		const { error } = await send([to(ADA)], { ...byName('appointment_reminder'), ...filled(values) });
		expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('is looked for at Meta once for all items, and not once for each', async () => {
		let questions = 0;
		const meta = createServer((_, response) => {
			questions += 1;
			response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":[]}');
		});
		await once(meta.listen(0, '127.0.0.1'), 'listening');
		const graphApiBaseUrl = `http://127.0.0.1:${(meta.address() as AddressInfo).port}`;
		const items = Array.from({ length: 30 }, (_, index) => to(`+1555010${1000 + index}`));
		const { outputs } = await send(items, byName('nowhere'), {
			credential: { ...stage.credential, graphApiBaseUrl },
			settings: { onError: 'continueRegularOutput' },
		});
		meta.closeAllConnections();
		meta.close();
		expect(outputs[NOT_SENT]?.filter(({ json }) => /no template 'nowhere'/.test(String(json.error)))).toHaveLength(30);
		expect(questions).toBeLessThanOrEqual(2);
	});
});

describe('a run of many items', () => {
	it('asks for the list of templates once', async () => {
		const proxy = await startGraphProxy(stage.simulator.url);
		stage.simulator.setSettings({ pairRate: false });
		const items = Array.from({ length: 200 }, (_, index) => to(`+1555010${1000 + index}`));
		const { outputs } = await send(items, byName('hello_world'), { credential: { ...stage.credential, graphApiBaseUrl: proxy.url } });
		const lists = proxy.requests.filter(({ path }) => path.endsWith('/message_templates')).length;
		await proxy.close();

		expect(outputs[SENT]).toHaveLength(200);
		expect(lists).toBe(1);
	});
});

describe('a template that Meta refuses although it lists it as approved', () => {
	it('is asked about once in a run, and not once for each item', async () => {
		const path = `/${BUSINESS_ACCOUNT_ID}/message_templates`;
		const proxy = await startGraphProxy(stage.simulator.url);
		stage.simulator.failNext({ mode: 'error', code: 132015, count: 40 });
		const items = Array.from({ length: 40 }, (_, index) => to(`+1555010${1000 + index}`));
		const { outputs } = await send(items, byName('hello_world'), {
			credential: { ...stage.credential, graphApiBaseUrl: proxy.url },
			settings: { onError: 'continueRegularOutput' },
		});
		const lists = proxy.requests.filter((request) => request.path.includes(path)).length;
		await proxy.close();

		expect(outputs[NOT_SENT]?.filter(({ json }) => /132015/.test(String(json.error)))).toHaveLength(40);
		expect(lists).toBeLessThanOrEqual(2);
	});
});

describe('consent', () => {
	const sale = { ...SALE, ...filled({ body_1: 'Ada' }) };

	it('that is not on record withholds nothing', async () => {
		const { outputs } = await send([to(ADA)], sale);
		expect(outputs[SENT]?.[0]?.json.session).toMatchObject({ consent: { marketing: 'unknown' } });
	});

	it('that was withdrawn withholds marketing, and the item leaves as not sent', async () => {
		await said('optedIn', 'marketing', 60_000);
		await said('optedOut');
		const { outputs, error } = await send([to(ADA, { order: 7 })], sale);
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toEqual([]);
		expect(outputs[NOT_SENT]?.[0]?.json).toMatchObject({
			order: 7,
			notSent: { reason: 'optedOut', category: 'marketing' },
			session: { consent: { marketing: 'optedOut' } },
		});
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('that was given again sends', async () => {
		await said('optedOut', 'marketing', 60_000);
		await said('optedIn');
		expect((await send([to(ADA)], sale)).outputs[SENT]).toHaveLength(1);
	});

	it('withheld for marketing lets an order update pass', async () => {
		await said('optedOut');
		expect((await send([to(ADA)], byName('hello_world'))).outputs[SENT]).toHaveLength(1);
		await said('optedOut', 'utility');
		expect((await send([to(ADA)], byName('hello_world'))).outputs[NOT_SENT]).toHaveLength(1);
	});
});

describe('an offer that ends', () => {
	const HOUR_MS = 3_600_000;
	const offer = (options: INodeParameters): INodeParameters => ({
		...byName('spring_offer'),
		...filled({ body_1: 'Ada', body_2: '25OFF', button_1_code: '25OFF', button_2_suffix: '25OFF', offer_ends_at: '={{ $json.ends }}' }),
		options,
	});
	beforeEach(() => {
		stage.simulator.putTemplate({
			name: 'spring_offer',
			category: 'MARKETING',
			components: [
				{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring offer!', has_expiration: true } },
				{ type: 'BODY', text: 'Good news, {{1}}! Use the code {{2}} for all of it.', example: { body_text: [['Ada', '25OFF']] } },
				{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: ['25OFF'] }, { type: 'URL', text: 'Shop', url: 'https://shop.example/{{1}}', example: ['https://shop.example/1'] }] },
			],
		});
	});
	afterEach(() => void jest.useRealTimers());

	it('is found as sent by a retry after its end, and not refused', async () => {
		const ends = new Date(Date.now() + HOUR_MS).toISOString();
		const run = async () => await send([to(ADA, { ends })], offer({ sendOnceKey: 'spring' }));
		expect((await run()).outputs[SENT]).toMatchObject([{ json: { message: { alreadySent: false } } }]);
		setDate(Date.now() + 2 * HOUR_MS);
		const { outputs, error } = await run();
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toMatchObject([{ json: { message: { alreadySent: true }, template: { name: 'spring_offer' } } }]);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it.each([{}, { dryRun: true }])('is refused once it has ended, and can go out with another end (%j)', async (options) => {
		const past = new Date(Date.now() - HOUR_MS).toISOString();
		const refused = await send([to(ADA, { ends: past })], offer({ ...options, sendOnceKey: 'spring' }));
		expect(refused.error?.message).toMatch(/^'Offer end: "Expiring offer!"' is in the past/);
		expect(stage.simulator.sent()).toEqual([]);
		const ends = new Date(Date.now() + HOUR_MS).toISOString();
		expect((await send([to(ADA, { ends })], offer({ sendOnceKey: 'spring' }))).outputs[SENT]).toHaveLength(1);
	});
});
