import { randomUUID } from 'node:crypto';

import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type { INodeParameters, IRun, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { CONTINUED_HEADER } from '../../nodes/shared/n8n/waits/Continuation';
import type { AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import { watchGatherings } from '../../nodes/WhatsAppSessionTrigger/gathering/watchGatherings';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { createWatchContext, type WatchContext } from '../support/startWatching';
import { toWebhook } from '../support/toWebhook';
import { until } from '../support/until';

const ADA = '12025550143';
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };
const STARTED = { status: 200, text: '' };
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const node = new WhatsAppSessionTrigger();
const parameters: INodeParameters = { events: ['message', 'optInChange'], options: { combineMessages: true } };

interface Posted {
	path: string;
	body: { waitId: string; questionId: string; answer: Record<string, unknown> & { messages: Array<Record<string, unknown>>; message: Record<string, unknown> } };
}

let stage: Stage;
let trigger: RunningTrigger;
let posts: Posted[];
let answer: (response: Response, waitId: string) => void;
const goOn = (response: Response, waitId: string) => void response.status(200).set(CONTINUED_HEADER, waitId).end();

beforeEach(async () => {
	stage = await openStage();
	posts = [];
	answer = goOn;
	trigger = await listen();
});
afterEach(async () => {
	await trigger.close();
	await stage.close();
});

async function listen(more: INodeParameters = {}): Promise<RunningTrigger> {
	const resumeExecution = (request: Request, response: Response) => {
		const body = request.body as Posted['body'];
		posts.push({ path: request.originalUrl, body });
		answer(response, body.waitId);
	};
	return await runTrigger({ node, readCredential: () => stage.credential, resumeExecution, parameters: { ...parameters, ...more } });
}

/** As every context of this process gives it. */
function instanceId(): string {
	const { workflow, node: place } = createTriggerWorkflow(node);
	return new WebhookContext(workflow, place, {} as IWorkflowExecuteAdditionalData, 'webhook', {} as IWebhookData, [], null).getInstanceId();
}

/** Lets an execution wait for Ada's answer, asked five minutes ago by the n8n that looks. */
async function wait(more: Partial<AnswerWait> = {}): Promise<void> {
	const askedAtMs = Date.now() - 5 * MINUTE_MS;
	await stage.store.recordWaits([
		{
			waitId: 'wait of q1',
			phoneNumberId: PHONE_NUMBER_ID,
			user: { waId: ADA },
			questionIds: ['q1'],
			// Not a host that exists: an execution of this n8n is continued within it.
			resumeUrl: 'https://n8n.invalid/webhook-waiting/q1/answer?signature=secret',
			instanceId: instanceId(),
			executionId: 'q1',
			askedAtMs,
			waitsSinceMs: askedAtMs,
			givesUpAtMs: Date.now() + HOUR_MS,
			takesGestures: false,
			...more,
		},
	]);
}

function written(text: string, ageSeconds = 0, more: Record<string, unknown> = {}) {
	const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
	const message = { from: ADA, id: `wamid.${randomUUID()}`, timestamp, type: 'text', text: { body: text }, ...more };
	return { contacts: [{ profile: { name: 'Ada' }, wa_id: ADA }], messages: [message] };
}
const tapped = (id: string) => ({ type: 'interactive', text: undefined, context: { from: '15550100001', id: 'q1' }, interactive: { type: 'button_reply', button_reply: { id, title: 'Yes' } } });
const post = async (...values: Array<Record<string, unknown>>) => await postWebhook(trigger.url, toWebhook(...values));
const idOf = ({ messages: [message] }: ReturnType<typeof written>) => message?.id;

/** Lets the trigger look once, by a clock of the test's own, and waits for what it has to do. */
async function look(aheadMs = MINUTE_MS, more: INodeParameters = {}): Promise<WatchContext> {
	const watched = createWatchContext({ node, readCredential: () => stage.credential, parameters: { ...parameters, ...more } });
	watched.context.getInstanceId = instanceId;
	const { closeFunction } = await watchGatherings(watched.context, () => Date.now() + aheadMs);
	await closeFunction?.();
	return watched;
}
const textsOf = ({ executions }: WatchContext) =>
	executions.map(({ items }) => (items[0]?.json.messages as Array<{ text: string }>).map(({ text }) => text));
const rowsOf = async () => (await stage.store.findHealth(Date.now())).tables.find(({ name }) => name === 'gatherings')?.rows;

describe('an answer of several messages, where messages are combined', () => {
	it('is answered to WhatsApp at once, and continues the execution once, with all of them', async () => {
		await wait();
		const [first, second, third] = [written('The blue one', 2), written('or no', 1), written('the green one')];
		expect(await post(first)).toEqual(ACCEPTED);
		expect(await post(second, third)).toEqual(ACCEPTED);
		expect(posts).toEqual([]);
		expect((await look(0)).executions).toEqual([]);
		expect(posts).toEqual([]);
		const watched = await look();
		expect(watched.executions).toEqual([]);
		expect(posts).toHaveLength(1);
		const [{ path, body } = {} as Posted] = posts;
		expect(path).toBe('/webhook-waiting/q1/answer?signature=secret');
		expect(body).toMatchObject({ waitId: 'wait of q1', questionId: 'q1' });
		expect(body.answer).toMatchObject({
			text: 'The blue one\nor no\nthe green one',
			choice: null,
			event: 'message',
			recipient: `+${ADA}`,
			message: { id: idOf(third) },
			messages: [first, second, third].map((each) => ({ id: idOf(each) })),
			session: { isOpen: true },
		});
		expect(trigger.executions).toEqual([]);
		expect(await rowsOf()).toBe(0);
		expect((await look(HOUR_MS / 2)).executions).toEqual([]);
		expect(posts).toHaveLength(1);
		// The next one has nothing to do with the question.
		await post(written('Thanks'));
		expect(textsOf(await look())).toEqual([['Thanks']]);
	});

	it('continues it once when WhatsApp repeats its messages, before and after', async () => {
		await wait();
		const message = written('The blue one');
		for (let times = 0; times < 2; times++) expect(await post(message)).toEqual(ACCEPTED);
		await look();
		expect(await post(message)).toEqual(ACCEPTED);
		expect((await look(10 * MINUTE_MS)).executions).toEqual([]);
		expect(posts).toHaveLength(1);
		expect(posts[0]?.body.answer.messages).toHaveLength(1);
	});

	it('continues at once by a tap, with the fields of one that was gathered', async () => {
		await wait();
		expect(await post(written('', 0, tapped('yes')))).toEqual(ACCEPTED);
		expect(posts).toMatchObject([{ body: { answer: { text: 'Yes', choice: { id: 'yes', title: 'Yes' }, messages: [{ type: 'interactive' }] } } }]);
	});

	it('is complete with a tap, which is its choice', async () => {
		await wait();
		await post(written('Well', 1));
		await post(written('', 0, tapped('yes')));
		await look(0);
		expect(posts).toMatchObject([{ body: { answer: { text: 'Well\nYes', choice: { id: 'yes' }, messages: [{ text: 'Well' }, { text: 'Yes' }] } } }]);
	});

	it('is cut through by a stop word, which starts the workflow at once and alone', async () => {
		await wait();
		await post(written('The blue one', 1));
		expect(await post(written('STOP'))).toEqual(STARTED);
		expect(trigger.outputs[0]?.[0]?.[0]?.json).toMatchObject({ text: 'STOP', messages: [{ text: 'STOP' }] });
		await look();
		expect(posts).toMatchObject([{ body: { answer: { text: 'The blue one' } } }]);
	});

	it('continues at once by a stop word that is the first', async () => {
		await wait();
		expect(await post(written('STOP'))).toEqual(STARTED);
		expect(posts).toMatchObject([{ body: { answer: { text: 'STOP' } } }]);
		// What it says about consent is an event of its own.
		expect(trigger.outputs).toMatchObject([[[], [{ json: { event: 'optInChange' } }]]]);
	});

	it('is no part of messages that came before the question', async () => {
		await post(written('Hello', 600));
		await wait({ askedAtMs: Date.now(), waitsSinceMs: Date.now() });
		await new Promise((resolve) => setTimeout(resolve, 2));
		await post(written('The blue one'));
		expect(textsOf(await look())).toEqual([['Hello']]);
		expect(posts).toMatchObject([{ body: { answer: { text: 'The blue one' } } }]);
	});

	it('starts the workflow as well where the builder wants both, and again by the same name when a process died', async () => {
		const both = { options: { combineMessages: true, startsForAnswers: true } };
		await trigger.close();
		trigger = await listen(both);
		await wait();
		await post(written('The blue one', 1));
		await post(written('please'));
		expect(trigger.executions).toEqual([]);
		const first = await look(MINUTE_MS, both);
		expect(textsOf(first)).toEqual([['The blue one', 'please']]);
		const again = await look(10 * MINUTE_MS, both);
		expect(again.executions[0]?.deduplicationKey).toBe(first.executions[0]?.deduplicationKey);
		expect(posts).toHaveLength(1);
		again.executions[0]?.done?.resolve({} as IRun);
	});

	it('continues the execution also with messages that the builder does not want to see, which start nothing then', async () => {
		const texts = { options: { combineMessages: true, messageTypes: ['text'] } };
		await trigger.close();
		trigger = await listen(texts);
		await wait();
		const photo = written('', 0, { type: 'image', text: undefined, image: { id: 'photo', mime_type: 'image/png', sha256: 'x' } });
		await post(written('This one', 1));
		expect(await post(photo)).toEqual(ACCEPTED);
		await look(MINUTE_MS, texts);
		expect(posts[0]?.body.answer.messages).toMatchObject([{ type: 'text' }, { type: 'image', media: { id: 'photo' } }]);
		await wait({ waitId: 'wait of q2', questionIds: ['q2'], resumeUrl: 'https://n8n.invalid/webhook-waiting/q2/answer', askedAtMs: Date.now() - 1, waitsSinceMs: Date.now() - MINUTE_MS });
		answer = (response) => void response.status(404).json({ message: 'The execution "q2" does not exist.' });
		await post(written('And this', 0), { ...photo, messages: photo.messages.map((message) => ({ ...message, id: 'wamid.other' })) });
		expect(textsOf(await look(MINUTE_MS, texts))).toEqual([['And this']]);
	});

	it.each<[string, (response: Response) => void]>([
		['has ended', (response) => void response.status(409).json({ message: 'The execution "q1" has finished already.' })],
		['was deleted', (response) => void response.status(404).json({ message: 'The execution "q1" does not exist.' })],
		['waits for something else', (response) => void response.status(409).json({ message: 'The execution does not wait for this answer.' })],
	])('starts the workflow as usual when the execution %s', async (_, reply) => {
		await wait();
		answer = reply;
		await post(written('The blue one', 1));
		await post(written('please'));
		expect(textsOf(await look())).toEqual([['The blue one', 'please']]);
		expect(posts).toHaveLength(1);
	});

	it('starts the workflow as usual when the time of the wait was over before anybody looked, and asks n8n no more', async () => {
		await wait({ givesUpAtMs: Date.now() + MINUTE_MS });
		await post(written('The blue one'));
		expect(textsOf(await look(2 * MINUTE_MS))).toEqual([['The blue one']]);
		expect(posts).toEqual([]);
	});

	it('is complete three seconds before the wait gives up', async () => {
		await wait({ givesUpAtMs: Date.now() + 4_000 });
		await post(written('The blue one'));
		await look(1_500);
		expect(posts).toHaveLength(1);
	});

	it('comes again when n8n could not be asked, and is no second answer', async () => {
		await wait();
		answer = (response) => void response.status(503).end();
		await post(written('The blue one'));
		const watched = await look();
		expect(watched.executions).toEqual([]);
		expect(watched.logs).toEqual([expect.stringContaining('tries again')]);
		// It may have come through: then n8n says that nobody waits.
		answer = (response) => void response.status(404).json({ message: 'The execution "q1" does not exist.' });
		expect((await look(3 * MINUTE_MS)).executions).toEqual([]);
		expect(await rowsOf()).toBe(0);
	});

	it('goes to n8n’s public address where nobody is any more at which its messages came in', async () => {
		const place = await runTrigger({ node, readCredential: () => stage.credential, resumeExecution: (request, response) => goOn(response, (request.body as Posted['body']).waitId) });
		const resumeUrl = place.url.replace('/webhook', '/webhook-waiting/q1/answer?signature=secret');
		await wait({ resumeUrl });
		await post(written('The blue one'));
		await trigger.close();
		const watched = await look();
		expect(watched.executions).toEqual([]);
		expect(watched.logs).toEqual([]);
		expect(await rowsOf()).toBe(0);
		await place.close();
		trigger = await listen();
	});

	it('is handed over at once where the builder combines no more', async () => {
		await wait();
		await post(written('The blue one'));
		const watched = createWatchContext({ node, readCredential: () => stage.credential, parameters: { events: ['message'] } });
		watched.context.getInstanceId = instanceId;
		await watchGatherings(watched.context);
		await until(async () => (await rowsOf()) === 0);
		expect(posts).toMatchObject([{ body: { answer: { text: 'The blue one' } } }]);
		expect(watched.executions).toEqual([]);
	});
});
