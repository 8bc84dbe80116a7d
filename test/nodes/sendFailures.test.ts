import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import * as graphApi from '../../nodes/shared/cloudApi/client/graphApi';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { setDate } from '../support/setDate';
import { startGraph } from '../support/startGraph';
import { toWebhookRecord } from '../store/toWebhookRecord';

// As it is, but so that a test can put another value in the place of one.
jest.mock('../../nodes/shared/cloudApi/client/graphApi', () => ({
	__esModule: true,
	...jest.requireActual<object>('../../nodes/shared/cloudApi/client/graphApi'),
}));

const HOUR_MS = 3_600_000;
const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const CONTINUE = { onError: 'continueRegularOutput' } as const;

let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	stage.simulator.setSettings({ statuses: 'none' });
	await stage.wrote(ADA, HOUR_MS);
});
afterEach(async () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
	await stage.close();
});

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });
/** What Meta took; the simulator keeps what it refused as well. */
const taken = () => stage.simulator.sent().filter(({ status }) => status !== 'refused');
const messageOf = (run: Awaited<ReturnType<typeof send>>, index = 0) => run.outputs[SENT]?.[index]?.json.message;

/** The next send meets with silence, and does not wait 30 seconds for its end. */
function beSilent(): void {
	jest.replaceProperty(graphApi, 'GRAPH_REQUEST_TIMEOUT_MS', 1_500 as never);
	stage.simulator.failNext({ mode: 'hang', isAcceptedAnyway: true });
}

/** The next send is taken, and is told something else. */
const failAs = (mode: 'drop' | 'html502' | 'graph500') => () => stage.simulator.failNext({ mode, isAcceptedAnyway: true });

async function send(items: Array<Record<string, unknown>>, parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) {
	executions += 1;
	const run = { node: new SendFreeForm(), credential: stage.credential, executionId: `failures ${executions}`, ...more };
	return await runNode({ ...run, parameters: { text: 'Hello', ...parameters }, items: toItems(...(items as never[])) });
}

describe('the same send once more', () => {
	it('in the same execution goes out once, and the second run says so', async () => {
		const first = await send([to(ADA)], {}, { executionId: 'same' });
		const second = await send([to(ADA)], {}, { executionId: 'same' });
		expect(stage.simulator.sent()).toHaveLength(1);
		expect(messageOf(second)).toEqual({ ...(messageOf(first) as object), alreadySent: true });
	});

	it('by Retry On Fail repeats only what has not gone out', async () => {
		const claimSends = stage.store.claimSends.bind(stage.store);
		jest
			.spyOn(stage.store, 'claimSends')
			.mockImplementationOnce(claimSends)
			.mockRejectedValueOnce(new SessionStoreError('The session store is busy.'));
		const items = ['one', 'two', 'three'].map((text) => to(ADA, { text }));
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const run = await send(items, { text: '={{ $json.text }}' }, { settings });
		expect(run.error).toBeUndefined();
		const alreadySent = items.map((_, index) => (messageOf(run, index) as { alreadySent: boolean }).alreadySent);
		expect(alreadySent).toEqual([true, false, false]);
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['one', 'two', 'three']);
	});

	it('in another execution goes out again, because that is another message', async () => {
		await send([to(ADA)]);
		expect(messageOf(await send([to(ADA)]))).toMatchObject({ alreadySent: false });
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('with the same text in two items goes out for both', async () => {
		await send([to(ADA), to(ADA)]);
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('with a key of its own goes out once, whatever runs', async () => {
		const parameters = { options: { sendOnceKey: '={{ $json.event }}' } };
		const first = await send([to(ADA, { event: 'order 1042 shipped' })], parameters);
		const again = await send([to(ADA, { event: ' order 1042 shipped ' })], { ...parameters, text: 'In other words' });
		expect(messageOf(again)).toEqual({ ...(messageOf(first) as object), alreadySent: true });
		const other = await send([to(ADA, { event: 'order 1043 shipped' })], parameters);
		expect(messageOf(other)).toMatchObject({ alreadySent: false });
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('with one key for many people reaches each of them once', async () => {
		const people = [ADA, '+15550100003', '+15550100002'];
		for (const person of people) await stage.wrote(person, HOUR_MS);
		const parameters = { options: { sendOnceKey: 'opening hours changed' } };
		for (let run = 0; run < 2; run += 1) await send(people.map((person) => to(person)), parameters);
		expect(stage.simulator.sent().map(({ waId }) => `+${waId}`).sort()).toEqual([...people].sort());
	});

	it('with one key is one message, as free-form and as a template', async () => {
		const options = { sendOnceKey: 'order 1042 shipped' };
		await send([to(ADA)], { options });
		const template = { templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US', options };
		const again = await send([to(ADA)], template, { node: new SendTemplate() });
		expect(messageOf(again)).toMatchObject({ sentAs: 'freeForm', alreadySent: true });
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('after a refusal goes out, because nothing had gone out before', async () => {
		stage.simulator.failNext({ mode: 'error', code: 131026 });
		const first = await send([to(ADA)], {}, { executionId: 'same' });
		expect(first.error?.message).toMatch(/cannot be delivered/);
		const second = await send([to(ADA)], {}, { executionId: 'same' });
		expect(messageOf(second)).toMatchObject({ alreadySent: false });
	});

	it('while the first is under way waits for it, and then says that it went out', async () => {
		const graph = await startGraph(2);
		const credential = { ...stage.credential, graphApiBaseUrl: graph.url };
		const options = { sendOnceKey: 'order 1042 shipped' };
		const runs = Promise.all([send([to(ADA)], { options }, { credential }), send([to(ADA)], { options }, { credential })]);
		// The first of the two is answered only when this one has come as well.
		await send([to(ADA)], {}, { credential });
		const sent = (await runs).map((run) => messageOf(run));
		await graph.close();
		expect(graph.posts).toHaveLength(2);
		expect(sent).toMatchObject([{ id: expect.any(String) }, { id: (sent[0] as { id: string }).id }]);
		expect(sent.map((message) => (message as { alreadySent: boolean }).alreadySent).sort()).toEqual([false, true]);
	});
});

describe('a send that is not answered', () => {
	test.each([
		['silence', beSilent, /did not answer within the time limit, and nobody knows/],
		['a connection that breaks', failAs('drop'), /connection broke, and nobody knows/],
		["a gateway's page", failAs('html502'), /could not be read \(HTTP 502\), and nobody knows/],
		['a fault of Meta', failAs('graph500'), /Meta had an unknown error/],
	])('is not repeated after %s, and the second run says why', async (_, fail, words) => {
		fail();
		const first = await send([to(ADA)], {}, { executionId: 'same' });
		expect(first.error).toBeUndefined();
		expect(first.outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({
			reason: 'undecided',
			message: expect.stringMatching(words),
			advice: expect.stringContaining("choose 'Send Again'"),
			attemptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
		});
		const second = await send([to(ADA)], {}, { executionId: 'same' });
		expect(second.outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({
			reason: 'undecided',
			message: expect.stringMatching(/handed to WhatsApp before, and no answer has come back.*is not sent again/),
		});
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('keeps none of its neighbours back, wherever it stands, now and in a retry', async () => {
		stage.simulator.setSettings({ statuses: 'none' });
		const people = Array.from({ length: 6 }, (_, index) => `+1555010${2000 + index}`);
		for (const person of people) await stage.wrote(person, HOUR_MS);
		stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: false });
		for (let run = 0; run < 2; run += 1) {
			const { outputs, error } = await send(people.map((person) => to(person)), {}, { executionId: 'many' });
			expect(error).toBeUndefined();
			expect(outputs.map((items) => items.length)).toEqual([5, 1]);
		}
		expect(taken()).toHaveLength(5);
	});

	it('counts as sent as soon as a status of it comes in', async () => {
		const claimSends = jest.spyOn(stage.store, 'claimSends');
		stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: true });
		await send([to(ADA)], {}, { executionId: 'same' });
		const id = stage.simulator.sent()[0]!.id;
		const { claimId } = claimSends.mock.calls[0]![0][0]!;
		const status = { messageId: id, phoneNumberId: PHONE_NUMBER_ID, user: {}, status: 'sent', claimId, atMs: Date.now(), errorCodes: [] };
		await stage.store.recordWebhook(toWebhookRecord({ receivedAtMs: Date.now(), statuses: [status] }));
		const { outputs } = await send([to(ADA)], {}, { executionId: 'same' });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ id, alreadySent: true });
	});

	describe('and is to be sent again', () => {
		const AGAIN = { options: { whenUndecided: 'sendAgain' } };
		const heard = async (atMs: number) => {
			await stage.store.claimSends([{ sendOnceKey: 'x', phoneNumberId: PHONE_NUMBER_ID, user: { waId: '1' }, sentAs: 'freeForm', claimedAtMs: atMs }]);
			await stage.store.recordOutcomes([{ sendOnceKey: 'x', state: 'sent', messageId: 'wamid.x', sentAtMs: atMs }]);
			const status = { messageId: 'wamid.x', phoneNumberId: PHONE_NUMBER_ID, user: {}, status: 'sent', atMs, errorCodes: [] };
			await stage.store.recordWebhook(toWebhookRecord({ receivedAtMs: atMs, statuses: [status] }));
		};
		const retry = async () => await send([to(ADA)], AGAIN, { executionId: 'same' });

		it('waits until a status would have come, and then goes out once', async () => {
			stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: false });
			const startMs = Date.now();
			await retry();
			await heard(Date.now());
			const early = (await retry()).outputs[NOT_SENT]?.[0]?.json.notSent as { reason: string; sendAt: string };
			expect(early.reason).toBe('undecided');
			expect(Date.parse(early.sendAt)).toBeGreaterThanOrEqual(startMs + 300_000);
			setDate(Date.now() + 301_000);
			expect((await retry()).outputs[SENT]).toHaveLength(1);
			expect(messageOf(await retry())).toMatchObject({ alreadySent: true });
			expect(taken()).toHaveLength(1);
		});

		it('stays undecided when the second try is refused: nobody knows what became of the first one', async () => {
			stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: true });
			await retry();
			await heard(Date.now());
			setDate(Date.now() + 301_000);
			stage.simulator.failNext({ mode: 'error', code: 131026 });
			expect((await retry()).error?.message).toMatch(/cannot be delivered/);
			expect((await retry()).outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({ reason: 'undecided' });
			expect(taken()).toHaveLength(1);
		});

		it('stays back where nobody hears what becomes of messages', async () => {
			stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: false });
			await retry();
			setDate(Date.now() + 301_000);
			expect((await retry()).outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({
				reason: 'undecided',
				advice: expect.stringMatching(/No status of any message .* Publish a WhatsApp Session Trigger/),
			});
		});
	});

	it('is not repeated by Retry On Fail either', async () => {
		beSilent();
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await send([to(ADA)], {}, { settings });
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('because Meta cannot be reached may be sent again: nothing went out', async () => {
		const graph = await startGraph();
		await graph.close();
		const first = await send([to(ADA)], {}, { executionId: 'same', credential: { ...stage.credential, graphApiBaseUrl: graph.url } });
		expect(first.error?.message).toMatch(/could not be reached: the connection was refused, so nothing was sent/);
		const second = await send([to(ADA)], {}, { executionId: 'same' });
		expect(messageOf(second)).toMatchObject({ alreadySent: false });
	});
});

describe('what Meta refuses', () => {
	test.each([
		['an expired token', 190, /access token/i, /credential|token/i],
		['somebody without WhatsApp', 131026, /cannot be delivered/, /not be on WhatsApp/],
		['a locked account', 131031, /lock/i, /./],
	])('is said in a sentence, with what to do: %s', async (_, code, words, advice) => {
		stage.simulator.failNext({ mode: 'error', code });
		const { error, outputs } = await send([to(ADA)], { text: 'A secret text' });
		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(advice);
		expect(JSON.stringify(error)).not.toContain('simulator-access-token');
		expect(outputs).toEqual([]);
	});

	it('because of a wrong token is not taken for a closed window', async () => {
		const credential = { ...stage.credential, accessToken: 'wrong' };
		const { error } = await send([to(ADA)], {}, { credential });
		expect(error?.message).toMatch(/access token/i);
		expect(await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA.slice(1) } }])).toMatchObject([
			{ lastInboundAtMs: expect.any(Number) },
		]);
	});

	it('is repeated when Meta says that nothing was sent and asks for it', async () => {
		stage.simulator.failNext({ mode: 'error', code: 130429 });
		expect(messageOf(await send([to(ADA)]))).toMatchObject({ status: 'accepted', alreadySent: false });
	});
});

describe('many items', () => {
	const people = Array.from({ length: 10 }, (_, index) => `+1555010${1000 + index}`);

	it('go out at the same time, and leave in the order in which they came', async () => {
		for (const person of people) await stage.wrote(person, HOUR_MS);
		const graph = await startGraph(people.length);
		const credential = { ...stage.credential, graphApiBaseUrl: graph.url };
		const { outputs, error } = await send(people.map((person) => to(person)), {}, { credential });
		await graph.close();
		expect(error).toBeUndefined();
		expect(graph.posts).toHaveLength(people.length);
		expect(outputs[SENT]?.map(({ json }) => json.recipient)).toEqual(people);
		expect(outputs[SENT]?.map(({ pairedItem }) => pairedItem)).toEqual(people.map((_, item) => ({ item })));
	});

	it('to one person arrive in the order in which they were written, however the number is spelt', async () => {
		const spellings = [ADA, '+1-202-555-0143', '001-202-555-0143', '+1 (202) 555-0143', '12025550143', ADA];
		const texts = spellings.map((_, index) => `Part ${index}`);
		const items = spellings.map((spelling, index) => to(spelling, { text: texts[index] }));
		const { error } = await send(items, { text: '={{ $json.text }}' });
		expect(error).toBeUndefined();
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual(texts);
	});

	it.each([0, 1, 2])('of which the one at place %i is bad go out but for that one, and a retry sends only what was missing', async (place) => {
		const three = [ADA, '+15550101000', '+15550101001'];
		for (const person of three) await stage.wrote(person, HOUR_MS);
		const items = three.map((person, index) => to(index === place ? 'nobody' : person));
		const { error } = await send(items, {}, { executionId: `bad at ${place}` });
		expect(error?.message).toContain(`[item ${place + 1} of 3]`);
		expect(error?.description).toContain('The messages of 2 of 3 items are done; a retry of the node repeats none of them.');
		expect(stage.simulator.sent()).toHaveLength(2);
		const { outputs } = await send(three.map((person) => to(person)), {}, { executionId: `bad at ${place}` });
		const alreadySent = outputs[SENT]?.map(({ json }) => (json.message as { alreadySent: boolean }).alreadySent);
		expect(alreadySent).toEqual([0, 1, 2].map((index) => index !== place));
	});

	it('of which none can go out stop soon: what is everybody’s trouble is not tried a hundred times', async () => {
		const graph = await startGraph();
		await graph.close();
		const many = Array.from({ length: 100 }, (_, index) => `+1555010${3000 + index}`);
		for (const person of many) await stage.wrote(person, HOUR_MS);
		const claimSends = jest.spyOn(stage.store, 'claimSends');
		const { error } = await send(many.map((person) => to(person)), {}, { credential: { ...stage.credential, graphApiBaseUrl: graph.url } });
		expect(error?.message).toMatch(/could not be reached/);
		expect(claimSends.mock.calls.length).toBeLessThan(80);
	});

	it('of which one is bad go out but for that one when the node is to go on', async () => {
		for (const person of people) await stage.wrote(person, HOUR_MS);
		const items = people.map((person, index) => to(index === 4 ? 'nobody' : person, { index }));
		const { outputs, error } = await send(items, {}, { settings: CONTINUE });
		expect(error).toBeUndefined();
		expect(outputs[SENT]?.map(({ json }) => json.index)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
		expect(outputs[NOT_SENT]).toMatchObject([{ pairedItem: { item: 4 } }]);
		expect(outputs[NOT_SENT]?.[0]?.json).toEqual({ error: expect.stringMatching(/neither a phone number nor a business-scoped user ID \(BSUID\): nobody/) });
		expect(stage.simulator.sent()).toHaveLength(9);
	});

	it('of which one is bad leave by the error output when there is one', async () => {
		const { outputs } = await send([to('nobody'), to(ADA)], {}, { settings: { onError: 'continueErrorOutput' } });
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 1]);
	});

	it('all fail by themselves when the credential is incomplete and the node is to go on', async () => {
		const credential = { ...stage.credential, businessAccountId: '' };
		const { outputs } = await send([to(ADA), to(ADA)], {}, { credential, settings: CONTINUE });
		expect(outputs[NOT_SENT]?.map(({ json }) => json.error)).toEqual(Array(2).fill(expect.stringMatching(/'Business Account ID'/)));
	});

	it('are not sent, and are neither open nor closed, when the store cannot be read', async () => {
		const credential = { ...stage.credential, embeddedStorePath: '/dev/null/sessions.sqlite' };
		const { error, outputs } = await send([to(ADA)], {}, { credential });
		expect(error?.message).toContain('/dev/null/sessions.sqlite');
		expect(outputs).toEqual([]);
		expect(stage.simulator.sent()).toEqual([]);
	});
});
