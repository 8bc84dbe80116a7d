import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { startGraph } from '../support/startGraph';

const HOUR_MS = 3_600_000;
const SENT = 0;
const WINDOW_CLOSED = 1;
const OPEN_PERSON = '+12025550143';
const CLOSED_PERSON = '+15550100002';
const SUPPORT_REPLY = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };

const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(OPEN_PERSON, HOUR_MS);
	await stage.wrote(CLOSED_PERSON, 25 * HOUR_MS);
});
afterEach(async () => await stage.close());

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });

async function send(items: Array<Record<string, unknown>>, parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) {
	executions += 1;
	const run = { node, credential: stage.credential, executionId: `free-form ${executions}`, ...more };
	return await runNode({ ...run, parameters: { text: 'Hello', ...parameters }, items: toItems(...(items as never[])) });
}

const sessionOf = async (recipient: string) =>
	(await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: recipient.slice(1) } }]))[0];

describe('within the window', () => {
	it('sends the text, and says what was sent and what the window is', async () => {
		const { outputs, error } = await send([to(OPEN_PERSON, { order: 1042 })], { text: 'It is shipped.' });
		expect(error).toBeUndefined();
		expect(outputs[WINDOW_CLOSED]).toEqual([]);
		const [sent] = stage.simulator.sent();
		expect(sent).toMatchObject({ type: 'text', text: 'It is shipped.', waId: '12025550143', phoneNumberId: PHONE_NUMBER_ID });
		expect(outputs[SENT]).toMatchObject([
			{
				json: {
					order: 1042,
					recipient: OPEN_PERSON,
					message: { id: sent?.id, status: 'accepted', sentAs: 'freeForm', alreadySent: false },
					session: { isOpen: true, reason: 'open', nextStep: 'freeForm', recipient: { waId: '12025550143' } },
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(outputs[SENT]?.[0]?.json.message).toHaveProperty('sendOnceKey', expect.stringMatching(/^run:[\w-]{22}:node:0:0:/));
	});

	it.each([
		['a message that went out', SENT, OPEN_PERSON, {}, ['message', 'session']],
		['one that did not', WINDOW_CLOSED, CLOSED_PERSON, {}, ['notSent', 'session']],
		['a template', SENT, CLOSED_PERSON, { whenClosed: 'template', ...SUPPORT_REPLY }, ['message', 'session', 'template']],
	])('is told behind what became of it, so that a table shows that first: %s', async (_, output, recipient, parameters, fields) => {
		const { outputs } = await send([to(recipient)], parameters);
		expect(Object.keys(outputs[output]?.[0]?.json ?? {})).toEqual(['recipient', 'phoneNumberId', ...fields]);
	});

	it('is asked about at the moment of sending, with the margin that is set', async () => {
		await stage.wrote('+15550100003', 24 * HOUR_MS - 4 * 60_000);
		const careful = await send([to('+15550100003')]);
		expect(careful.outputs[WINDOW_CLOSED]?.[0]?.json.session).toMatchObject({ reason: 'withinSafetyMargin' });
		const bold = await send([to('+15550100003')], { options: { safetyMarginMinutes: 0 } });
		expect(bold.outputs[SENT]).toHaveLength(1);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('needs no phone number ID when the account has one number', async () => {
		const { outputs } = await send([{ recipient: OPEN_PERSON }]);
		expect(outputs[SENT]?.[0]?.json.session).toMatchObject({ phoneNumberId: PHONE_NUMBER_ID });
	});

	it('sends to a BSUID when the person hides the number', async () => {
		const person = stage.simulator.state().people.find(({ hidesPhoneNumber }) => hidesPhoneNumber);
		const bsuid = String(person?.bsuid);
		stage.simulator.write({ from: bsuid, text: 'Hello' });
		await stage.store.recordEvidence([
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid }, atMs: Date.now() - HOUR_MS },
		]);
		const { outputs } = await send([to(bsuid)]);
		expect(stage.simulator.sent()).toMatchObject([{ waId: person?.waId, text: 'Hello' }]);
		expect(stage.simulator.sent()[0]).not.toHaveProperty('error');
		expect(outputs[SENT]?.[0]?.json.session).toMatchObject({ recipient: { phoneNumber: null, waId: null, bsuid } });
	});

	it('puts address, link preview and quotation where Meta wants them', async () => {
		const graph = await startGraph();
		const credential = { ...stage.credential, graphApiBaseUrl: graph.url };
		const options = { previewUrl: true, replyTo: ' wamid.HBgLMTIwMjU1NTAxNDM ' };
		await send([to('+1 (202) 555-0143')], { text: 'https://shop.example', options }, { credential });
		await stage.store.recordEvidence([
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: 'US.1' }, atMs: Date.now() - HOUR_MS },
		]);
		await send([to('US.1')], {}, { credential });
		await graph.close();
		const shared = {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			type: 'text',
			biz_opaque_callback_data: expect.any(String),
		};
		expect(graph.posts).toEqual([
			{
				...shared,
				to: OPEN_PERSON,
				text: { body: 'https://shop.example', preview_url: true },
				context: { message_id: 'wamid.HBgLMTIwMjU1NTAxNDM' },
			},
			{ ...shared, recipient: 'US.1', text: { body: 'Hello', preview_url: false } },
		]);
	});
});

describe('outside the window', () => {
	it('sends nothing and routes the item on, whole', async () => {
		const { outputs, error } = await send([to(CLOSED_PERSON, { order: 1042 }), to('+15550100009')]);
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toEqual([]);
		expect(outputs[WINDOW_CLOSED]?.map(({ json }) => json)).toMatchObject([
			{ order: 1042, session: { isOpen: false, reason: 'expired', nextStep: 'template' } },
			{ session: { isOpen: false, reason: 'noInboundOnRecord' } },
		]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('fails the item when that is wanted, with a sentence and without a request', async () => {
		const { error, outputs } = await send([to(CLOSED_PERSON)], { whenClosed: 'fail' });
		expect(error?.message).toMatch(/window of this person is not open \(expired\), so nothing was sent\. It closed at 20/);
		expect(error?.description).toMatch(/approved template/);
		expect(error?.context?.itemIndex).toBe(0);
		expect(outputs).toEqual([]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('sends the text in a template when that is wanted', async () => {
		const { outputs } = await send([to(CLOSED_PERSON)], { whenClosed: 'template', ...SUPPORT_REPLY, text: 'It is shipped.' });
		expect(stage.simulator.sent()).toMatchObject([{ type: 'template', text: expect.stringContaining('question: It is shipped.') }]);
		expect(outputs[SENT]?.[0]?.json).toMatchObject({
			message: { sentAs: 'template', status: 'accepted', alreadySent: false },
			template: { name: 'support_reply', language: 'en_US', category: 'UTILITY' },
			session: { isOpen: false },
		});
	});

	test.each([
		['has no variable', { templateName: 'hello_world' }, /no variable that could carry the text/],
		['has several and none was chosen', { templateName: 'order_update' }, /'Variable for the Text' is empty.*body_first_name, body_order_id, body_status/],
		['has another variable than the chosen one', { fallbackTextVariable: { __rl: true, mode: 'id', value: 'body_9' } }, /is body_9.*body_1/],
		['is not chosen', { templateName: '={{ $json.unknown }}' }, /No template is chosen/],
		['becomes too long', { text: 'x'.repeat(1_000) }, /1024/],
	])('fails with a sentence when the template %s', async (_, parameters, words) => {
		const { error } = await send([to(CLOSED_PERSON)], { whenClosed: 'template', ...SUPPORT_REPLY, ...parameters });
		expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('lets Meta decide when that is wanted: what it takes is sent', async () => {
		const { outputs } = await send([to(CLOSED_PERSON)], { whenClosed: 'sendAnyway' });
		expect(outputs[SENT]?.[0]?.json).toMatchObject({ message: { sentAs: 'freeForm' }, session: { isOpen: false } });
	});
});

describe('refused by Meta with 131047', () => {
	/** Our record says open, Meta's says closed. */
	const MISTAKEN = '+15550100005';

	beforeEach(async () => {
		stage.simulator.setSettings({ reEngagementError: 'atOnce' });
		await stage.store.recordEvidence([
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: MISTAKEN.slice(1) }, atMs: Date.now() - HOUR_MS },
		]);
	});

	it('leaves as closed, and the session is closed from then on', async () => {
		const { outputs, error } = await send([to(MISTAKEN)]);
		expect(error).toBeUndefined();
		expect(outputs[WINDOW_CLOSED]?.[0]?.json).toMatchObject({ session: { isOpen: false, reason: 'closedByPlatform' } });
		expect(await sessionOf(MISTAKEN)).toMatchObject({ closedByPlatformAtMs: expect.any(Number) });
		await send([to(MISTAKEN)]);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('leaves as closed when it was sent anyway', async () => {
		const { outputs } = await send([to(CLOSED_PERSON)], { whenClosed: 'sendAnyway' });
		expect(outputs[WINDOW_CLOSED]?.[0]?.json).toMatchObject({ session: { isOpen: false, reason: 'expired' } });
		expect(await sessionOf(CLOSED_PERSON)).toMatchObject({ closedByPlatformAtMs: expect.any(Number) });
	});

	it('goes out as a template with the same content when that is wanted', async () => {
		const { outputs } = await send([to(MISTAKEN)], { whenClosed: 'template', ...SUPPORT_REPLY, text: 'It is\nshipped.' });
		expect(outputs[SENT]?.[0]?.json).toMatchObject({ message: { sentAs: 'template' }, session: { reason: 'closedByPlatform' } });
		expect(stage.simulator.sent()).toMatchObject([
			{ type: 'text', status: 'refused' },
			{ type: 'template', text: expect.stringContaining('It is · shipped.') },
		]);
	});

	it('fails the item with what Meta said when that is wanted', async () => {
		const { error } = await send([to(MISTAKEN)], { whenClosed: 'fail' });
		expect(error?.message).toMatch(/24 hours/);
		expect(error?.description).toMatch(/template/i);
	});
});

describe('input it cannot use', () => {
	test.each([
		['an empty text', { text: '  \n' }, {}, /'Text' is empty/],
		['a text that is too long', { text: 'x'.repeat(4_097) }, {}, /4097 characters/],
		['an object for a text', { text: '={{ $json.order }}' }, { order: { id: 1 } }, /'Text' is not text/],
		['a list for a text', { text: '={{ $json.order }}' }, { order: ['a'] }, /'Text' is not text/],
		['a reply to no message', { options: { replyTo: '1042' } }, {}, /'Reply To'/],
		['a margin that is none', { options: { safetyMarginMinutes: -1 } }, {}, /'Safety Margin/],
		['no recipient', {}, { recipient: '' }, /'Recipient' is empty/],
		['a phone number for an ID', {}, { phoneNumberId: '+15550100001' }, /'Business Phone Number'/],
	])('fails the item for %s, and sends nothing', async (_, parameters, item, words) => {
		const { error } = await send([to(OPEN_PERSON, item)], parameters as INodeParameters);
		expect(error?.message).toMatch(words);
		expect(error?.context?.itemIndex).toBe(0);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([[7, '7'], [false, 'false']])('writes %p out as text', async (value, text) => {
		await send([to(OPEN_PERSON, { value })], { text: '={{ $json.value }}' });
		expect(stage.simulator.sent()).toMatchObject([{ text }]);
	});
});
