import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { toBinary } from '../support/openTemplateStage';
import { runNode, type NodeRun } from '../support/runNode';
import { startGraph, type Refusal } from '../support/startGraph';

const HOUR_MS = 3_600_000;
const OPEN_PERSON = '+12025550143';
const CLOSED_PERSON = '+15550100002';
const SHIPPED = { text: 'Your order 1042 is shipped.' };
const BUTTONS = { messageType: 'buttons', body: 'Is Monday good for the delivery?', buttons: { button: [{ title: 'Yes', id: 'y' }] } };

const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	stage.simulator.setSettings({ directSend: 'on' });
	await stage.wrote(OPEN_PERSON, HOUR_MS);
	await stage.wrote(CLOSED_PERSON, 25 * HOUR_MS);
});
afterEach(async () => await stage.close());

async function send(recipient: string, parameters: object = {}, { binary, ...more }: Partial<NodeRun> & { binary?: object } = {}) {
	executions += 1;
	const items = [{ json: { recipient, phoneNumberId: PHONE_NUMBER_ID }, ...(binary && { binary }) }] as never;
	const all = { ...SHIPPED, whenClosed: 'directSend', ...parameters } as INodeParameters;
	const run = { node, credential: stage.credential, executionId: `direct ${executions}`, settings: { typeVersion: 2 }, ...more };
	const { outputs, error } = await runNode({ ...run, parameters: all, items });
	return { error, outputs, sent: outputs[0]?.[0]?.json, left: outputs[1]?.[0]?.json as { session: object; notSent: Record<string, unknown> } | undefined };
}

describe('a message by Direct Send', () => {
	it('reaches somebody whose window is closed, and says as what it went out', async () => {
		const { sent, error } = await send(CLOSED_PERSON);
		expect(error).toBeUndefined();
		expect(sent).toMatchObject({ session: { isOpen: false }, message: { status: 'accepted', sentAs: 'directSend', alreadySent: false } });
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ type: 'text', text: SHIPPED.text, sentAs: 'directSend', status: 'read' }]);
		expect(await stage.store.findSends([String((sent?.message as { id: string }).id)])).toMatchObject([{ sentAs: 'directSend' }]);
	});

	it('is free-form while the window is open', async () => {
		expect((await send(OPEN_PERSON)).sent).toMatchObject({ message: { sentAs: 'freeForm' } });
		expect(stage.simulator.sent()).toMatchObject([{ sentAs: 'freeForm' }]);
	});

	it('is the same request with the category, without quotation and preview', async () => {
		const graph = await startGraph();
		const options = { replyTo: 'wamid.HBgLMTIwMjU1NTAxNDM', previewUrl: true, identityKeyHash: '' };
		await send(CLOSED_PERSON, { options }, { credential: { ...stage.credential, graphApiBaseUrl: graph.url } });
		await graph.close();
		expect(graph.posts).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: CLOSED_PERSON,
				type: 'text',
				text: { body: SHIPPED.text },
				category: 'utility',
				biz_opaque_callback_data: expect.stringContaining('"sentAs":"directSend"'),
			},
		]);
	});

	it('may have buttons, a link, a call button, and a picture above them', async () => {
		const header = { headerType: 'image', headerMedia: 'data' };
		const link = { messageType: 'link', body: 'It is shipped.', linkLabel: 'Track it', linkUrl: 'https://shop.example/1042' };
		const call = { messageType: 'callButton', body: 'Call us about your order.', callLabel: 'Call' };
		const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
		const binary = { data: toBinary(png, { mimeType: 'image/png', fileName: 'map.png' }) };
		for (const parameters of [BUTTONS, link, call, { ...BUTTONS, ...header }]) {
			const { error, sent } = await send(CLOSED_PERSON, parameters, { binary });
			expect(error).toBeUndefined();
			expect(sent).toMatchObject({ message: { sentAs: 'directSend' } });
		}
		expect(stage.simulator.sent().at(-1)).toMatchObject({ sentAs: 'directSend', content: { header: { type: 'image' } } });
	});

	it('goes out once for a key, and a retry says so', async () => {
		const options = { sendOnceKey: 'order 1042 shipped' };
		await send(CLOSED_PERSON, { options });
		expect((await send(CLOSED_PERSON, { options })).sent).toMatchObject({ message: { sentAs: 'directSend', alreadySent: true } });
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('is asked and waited for as any other question', async () => {
		const { error } = await send(CLOSED_PERSON, { operation: 'ask', ...BUTTONS });
		expect(error).toBeUndefined();
		expect(stage.simulator.sent()).toMatchObject([{ sentAs: 'directSend' }]);
	});
});

describe('a message by Direct Send that is kept back', () => {
	const user = { waId: CLOSED_PERSON.slice(1) };
	const consent = async (kind: string, state: string) =>
		await stage.store.recordConsent([{ businessAccountId: '102290129340398', user, kind, state, atMs: Date.now(), source: 'import', evidence: 'list 7' } as never]);

	it('goes to nobody who has opted out of utility', async () => {
		await consent('utility', 'optedOut');
		expect((await send(CLOSED_PERSON)).left).toMatchObject({ notSent: { reason: 'optedOut', category: 'utility' } });
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('asks for an opt-in to utility where the builder wants one', async () => {
		expect((await send(CLOSED_PERSON, { consent: 'requiredForAll' })).left).toMatchObject({ notSent: { reason: 'noOptIn' } });
		await consent('utility', 'optedIn');
		expect((await send(CLOSED_PERSON, { consent: 'requiredForAll' })).sent).toMatchObject({ message: { sentAs: 'directSend' } });
	});

	it('goes to somebody who has opted out of marketing alone', async () => {
		await consent('marketing', 'optedOut');
		expect((await send(CLOSED_PERSON)).sent).toMatchObject({ message: { sentAs: 'directSend' } });
	});

	it('counts among the templates that nobody has answered', async () => {
		const manners = { unansweredCap: 1 };
		expect((await send(CLOSED_PERSON, { manners })).sent).toBeDefined();
		expect((await send(CLOSED_PERSON, { manners })).left).toMatchObject({ notSent: { reason: 'tooManyUnanswered' } });
	});

	it('waits for the morning', async () => {
		const manners = { quietFrom: '00:00', quietUntil: '23:59', timeZone: 'UTC' };
		expect((await send(CLOSED_PERSON, { manners })).left).toMatchObject({ notSent: { reason: 'quietHours', sendAt: expect.stringContaining('T23:59:00') } });
	});

	it('counts for the budget as a template does', async () => {
		const options = { budget: { month: { mostCharged: 1, timeZone: 'UTC' } } };
		expect((await send(CLOSED_PERSON, { options })).sent).toBeDefined();
		expect((await send(CLOSED_PERSON, { options })).left).toMatchObject({ notSent: { reason: 'budgetSpent', budget: { spent: 1 } } });
	});
});

describe('an account that may not use Direct Send', () => {
	it.each<[string, 'off' | 'blocked', number, RegExp]>([
		['does not have it', 'off', 100, /Meta has not enabled Direct Send for this account \(code 100\)/],
		['has lost it', 'blocked', 139200, /Direct Send is blocked for this account, because .* \(code 139200\)/],
	])('hears why where it %s, and its items leave for a template', async (_case, directSend, code, words) => {
		stage.simulator.setSettings({ directSend });
		const { error, left } = await send(CLOSED_PERSON);
		expect(error).toBeUndefined();
		expect(left).toMatchObject({
			session: { isOpen: false, nextStep: 'template' },
			notSent: { reason: 'directSendRefused', message: expect.stringMatching(words), advice: expect.stringMatching(/^Send an approved template instead/), error: { code } },
		});
	});

	it('gets the same answer where Meta limits it, and may send the item again under the same key', async () => {
		stage.simulator.failNext({ mode: 'error', code: 131064 });
		const options = { sendOnceKey: 'order 1042 shipped' };
		expect((await send(CLOSED_PERSON, { options })).left).toMatchObject({ notSent: { reason: 'directSendRefused', error: { code: 131064 } } });
		expect((await send(CLOSED_PERSON, { options })).sent).toMatchObject({ message: { alreadySent: false } });
	});

	it('does not hear of Direct Send for another value that is wrong', async () => {
		stage.simulator.failNext({ mode: 'error', code: 100 });
		const { error, left } = await send(CLOSED_PERSON);
		expect(left).toBeUndefined();
		expect(error?.message).toMatch(/a value in the request is not valid/);
	});
});

describe('a run of an account that may not use Direct Send', () => {
	const IS_OFF = { code: 100, details: "Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account." };
	const BLOCKED = { code: 139200, details: 'Direct Send Access is restricted' };
	const LIMITED = { code: 131064, details: 'Template classification violations' };
	const WRONG = { code: 100, details: 'Param text.body is not valid' };
	const OTHER_NUMBER_ID = '106540352242923';
	const people = Array.from({ length: 30 }, (_, index) => `+155501001${String(index).padStart(2, '0')}`);

	async function sendAll(items: Array<{ recipient: string; phoneNumberId: string }>, refusalOf: (nth: number) => Refusal | undefined, more: Partial<NodeRun> = {}) {
		executions += 1;
		const graph = await startGraph(1, refusalOf);
		const parameters = { ...SHIPPED, whenClosed: 'directSend' } as INodeParameters;
		const credential = { ...stage.credential, graphApiBaseUrl: graph.url };
		const { outputs, error } = await runNode({ node, credential, executionId: `run ${executions}`, settings: { typeVersion: 2 }, parameters, items: toItems(...items), ...more });
		await graph.close();
		return { error, posts: graph.posts, sent: outputs[0] ?? [], left: (outputs[1] ?? []).map(({ json }) => json.notSent as Record<string, unknown>) };
	}
	const toAll = (phoneNumberId = PHONE_NUMBER_ID) => people.map((recipient) => ({ recipient, phoneNumberId }));

	it('asks WhatsApp once where the account does not have it, however many go out at once', async () => {
		const { posts, left } = await sendAll(toAll(), () => IS_OFF);
		expect(posts).toHaveLength(1);
		expect(left).toHaveLength(people.length);
		const said = /^WhatsApp refused the message: Meta has not enabled Direct Send for this account \(code 100\)$/;
		const notTried = /^Not tried: .*Meta has not enabled Direct Send for this account \(code 100\)$/;
		expect(left.filter(({ message }) => said.test(String(message)))).toHaveLength(1);
		expect(left.filter(({ message }) => notTried.test(String(message)))).toHaveLength(people.length - 1);
		for (const notSent of left) expect(notSent).toMatchObject({ reason: 'directSendRefused', advice: expect.stringMatching(/^Send an approved template instead/), error: { code: 100 } });
	});

	it('asks once for each business number', async () => {
		const { posts, left } = await sendAll([...toAll(), ...toAll(OTHER_NUMBER_ID)], () => IS_OFF);
		expect(posts).toHaveLength(2);
		expect(left).toHaveLength(2 * people.length);
	});

	it('asks again in the next run', async () => {
		await sendAll(toAll(), () => IS_OFF);
		const { posts, sent } = await sendAll(toAll(), () => undefined);
		expect(posts).toHaveLength(people.length);
		expect(sent).toHaveLength(people.length);
	});

	it('remembers it after a refusal for another reason, and no sooner', async () => {
		const { posts, error, left } = await sendAll(toAll(), (nth) => (nth < 3 ? WRONG : IS_OFF), { settings: { typeVersion: 2, onError: 'continueErrorOutput' } });
		expect(error).toBeUndefined();
		expect(posts).toHaveLength(3);
		expect(left.filter((notSent) => notSent?.reason === 'directSendRefused')).toHaveLength(people.length - 2);
	});

	it.each([
		['is blocked', BLOCKED],
		['is limited', LIMITED],
	])('asks for each item where Direct Send %s, which may be over any moment', async (_case, refusal) => {
		const { posts, sent, left } = await sendAll(toAll(), (nth) => (nth === people.length ? undefined : refusal));
		expect(posts).toHaveLength(people.length);
		expect(sent).toHaveLength(1);
		expect(left).toHaveLength(people.length - 1);
		for (const notSent of left) expect(notSent).toMatchObject({ reason: 'directSendRefused', message: expect.stringMatching(/^WhatsApp refused/) });
	});

	it('still says first of a person that there is an opt-out', async () => {
		await stage.store.recordConsent([{ businessAccountId: '102290129340398', user: { waId: people[29]?.slice(1) }, kind: 'utility', state: 'optedOut', atMs: Date.now(), source: 'import', evidence: 'list 7' } as never]);
		const { left } = await sendAll(toAll(), () => IS_OFF);
		expect(left[29]).toMatchObject({ reason: 'optedOut' });
	});

	it('uploads no file for what is not tried', async () => {
		stage.simulator.setSettings({ directSend: 'off' });
		const png = (nth: number) => Buffer.concat([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), Buffer.from([nth])]);
		const items = Array.from({ length: 3 }, (_, nth) => ({
			json: { recipient: CLOSED_PERSON, phoneNumberId: PHONE_NUMBER_ID },
			binary: { data: toBinary(png(nth), { mimeType: 'image/png', fileName: 'map.png' }) },
		}));
		const parameters = { ...BUTTONS, whenClosed: 'directSend', headerType: 'image', headerMedia: 'data' } as INodeParameters;
		const { outputs } = await runNode({ node, credential: stage.credential, settings: { typeVersion: 2 }, parameters, items: items as never });
		expect(outputs[1]).toHaveLength(3);
		expect(stage.simulator.state().uploadedFiles).toBe(1);
	});
});

describe('a message that Direct Send does not take', () => {
	it.each<[string, object, RegExp]>([
		['a list', { messageType: 'list', body: 'Choose', listButton: 'Rows', rows: { row: [{ title: 'a' }] } }, /does not take this 'Message Type' \(list\)/],
		['a place', { messageType: 'location', latitude: 1, longitude: 2 }, /does not take this 'Message Type' \(location\)/],
		['a long text', { text: 'x'.repeat(1025) }, /'Text' is 1025 characters long; Direct Send takes 1024/],
		['a text that is split', { text: 'long text. '.repeat(500), options: { splitText: true } }, /'Text' is 5500 characters long/],
	])('is refused in a sentence, without a request: %s', async (_case, parameters, words) => {
		const { error } = await send(CLOSED_PERSON, parameters);
		expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('goes out while the window is open', async () => {
		expect((await send(OPEN_PERSON, { text: 'x'.repeat(1025) })).sent).toMatchObject({ message: { sentAs: 'freeForm' } });
	});
});
