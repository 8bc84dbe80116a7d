import { randomUUID } from 'node:crypto';

import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type { IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { CONTINUED_HEADER } from '../../nodes/shared/n8n/waits/Continuation';
import type { AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger, type TriggerRun } from '../support/runTrigger';
import { toWebhook } from '../support/toWebhook';
import { until } from '../support/until';

const ADA = '12025550143';
const BEN = '12025550144';
const SECRET = 'top-secret-token';
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };
const STARTED = { status: 200, text: '' };

const node = new WhatsAppSessionTrigger();

/** As the waiting node answers when it goes on. */
function goOn(response: Response, waitId: string): void {
	response.status(200).set(CONTINUED_HEADER, waitId).end();
}

/** What a waiting execution got, and how it answers: it goes on unless told otherwise. */
interface Waiting {
	posts: Array<{ path: string; body: { waitId: string; questionId: string; answer: Record<string, unknown>; endedBy?: string } }>;
	answer: (path: string, response: Response, waitId: string) => void;
}

let stage: Stage;
let trigger: RunningTrigger;
let others: RunningTrigger[];
let waiting: Waiting;

beforeEach(async () => {
	stage = await openStage();
	waiting = { posts: [], answer: (_path, response, waitId) => goOn(response, waitId) };
	trigger = await listen();
	others = [];
});
afterEach(async () => {
	await Promise.all([trigger, ...others].map(async ({ close }) => await close()));
	await stage.close();
});

async function listen(more: Partial<TriggerRun> = {}): Promise<RunningTrigger> {
	const resumeExecution = (request: Request, response: Response) => {
		const body = request.body as Waiting['posts'][0]['body'];
		waiting.posts.push({ path: request.originalUrl, body });
		waiting.answer(request.path, response, body.waitId);
	};
	return await runTrigger({ node, readCredential: () => stage.credential, resumeExecution, ...more });
}

/** As every context of this process gives it. */
function instanceId(): string {
	const { workflow, node: place } = createTriggerWorkflow(node);
	return new WebhookContext(workflow, place, {} as IWorkflowExecuteAdditionalData, 'webhook', {} as IWebhookData, [], null).getInstanceId();
}

/** Lets an execution wait for Ada's answer, asked five minutes ago. */
async function wait(questionId: string, more: Partial<AnswerWait> = {}): Promise<AnswerWait> {
	const askedAtMs = more.askedAtMs ?? Date.now() - 5 * MINUTE_MS;
	const one: AnswerWait = {
		waitId: `wait of ${questionId}`,
		phoneNumberId: PHONE_NUMBER_ID,
		user: { waId: ADA },
		questionIds: [questionId],
		// Not a host that exists: an execution of this n8n is continued within it.
		resumeUrl: `https://n8n.invalid/automation/webhook-waiting/${questionId}/answer?signature=${SECRET}`,
		instanceId: instanceId(),
		executionId: questionId,
		askedAtMs,
		waitsSinceMs: askedAtMs,
		givesUpAtMs: Date.now() + HOUR_MS,
		takesGestures: false,
		...more,
	};
	await stage.store.recordWaits([one]);
	return one;
}

function textOf(from: string, text: string, repliesTo?: string) {
	const id = `wamid.${randomUUID()}`;
	const context = repliesTo === undefined ? {} : { context: { from: '15550100001', id: repliesTo } };
	const message = { from, id, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text }, ...context };
	return { id, value: { contacts: [{ profile: { name: 'Somebody' }, wa_id: from }], messages: [message] } };
}
const post = async (...messages: Array<{ value: Record<string, unknown> }>) =>
	await postWebhook(trigger.url, toWebhook(...messages.map(({ value }) => value)));
const startedFor = () => trigger.executions.flat().map(({ json }) => (json.message as { id: string }).id);
const answerWith = (...answers: Array<[status: number, message?: string]>) => {
	waiting.answer = (_path, response, waitId) => {
		const [status, message] = answers.length > 1 ? answers.shift()! : answers[0]!;
		if (status === 200 && message === undefined) goOn(response, waitId);
		else response.status(status).send(message?.startsWith('<') ? message : { message });
	};
};

describe('a message that an execution waits for', () => {
	it('continues it within this n8n, with the item of the message, and starts nothing', async () => {
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		expect(await post(message)).toEqual(ACCEPTED);
		expect(waiting.posts).toMatchObject([
			{
				path: `/webhook-waiting/q1/answer?signature=${SECRET}`,
				body: {
					questionId: 'q1',
					answer: { text: 'Yes', choice: null, event: 'message', recipient: `+${ADA}`, message: { id: message.id, text: 'Yes' }, session: { isOpen: true } },
				},
			},
		]);
		expect(startedFor()).toEqual([]);
	});

	it('opens the window all the same', async () => {
		await wait('q1');
		await post(textOf(ADA, 'Yes'));
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA } }]);
		expect(session?.lastInboundAtMs).toBeGreaterThan(Date.now() - MINUTE_MS);
	});

	it('continues it once, also when it is delivered again and again, one after another and at once', async () => {
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		const statuses = await Promise.all([post(message), post(message), post(message)]);
		expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(waiting.posts).toHaveLength(1);
		expect(startedFor()).toEqual([]);
	});

	it('starts the workflow as well where the builder wants both', async () => {
		await trigger.close();
		trigger = await listen({ parameters: { options: { startsForAnswers: true } } });
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		expect(await post(message)).toEqual(STARTED);
		expect(waiting.posts).toHaveLength(1);
		expect(startedFor()).toEqual([message.id]);
	});

	it('continues it through a trigger that starts for no messages at all', async () => {
		await trigger.close();
		trigger = await listen({ parameters: { events: ['call'] } });
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		expect(await post(message)).toEqual(ACCEPTED);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(waiting.posts).toHaveLength(1);
	});

	it('is left alone by somebody who listens for a test event', async () => {
		await trigger.close();
		trigger = await listen({ mode: 'manual' });
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		expect(await post(message)).toEqual(STARTED);
		expect(waiting.posts).toEqual([]);
	});

	it('is known by the second trigger that hears it, which starts nothing either', async () => {
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		await post(message);
		const second = await listen({ nodeId: 'second' });
		others.push(second);
		expect(await postWebhook(second.url, toWebhook(message.value))).toEqual(ACCEPTED);
		expect(second.executions).toEqual([]);
		expect(waiting.posts).toHaveLength(1);
	});

	it('is told apart from others of the same webhook', async () => {
		await wait('q1');
		const [yes, hello] = [textOf(ADA, 'Yes'), textOf(BEN, 'Hello')];
		expect(await post(yes, hello)).toEqual(STARTED);
		expect(waiting.posts.map(({ body }) => body.answer.text)).toEqual(['Yes']);
		expect(startedFor()).toEqual([hello.id]);
	});

	it('of another n8n is posted to the public address of that one', async () => {
		const other = await listen({ nodeId: 'other' });
		others.push(other);
		await wait('q1', { instanceId: 'another n8n', resumeUrl: other.url.replace('/webhook', '/webhook-waiting/q1/answer?signature=s') });
		expect(await post(textOf(ADA, 'Yes'))).toEqual(ACCEPTED);
		expect(waiting.posts).toMatchObject([{ path: '/webhook-waiting/q1/answer?signature=s' }]);
	});
});

describe('an n8n that does not take the answer', () => {
	it.each([500, 502, 503])('with %i lets Meta deliver it again, and gets it then', async (status) => {
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		answerWith([status], [200]);
		const refused = await post(message);
		expect(refused.status).toBe(503);
		expect(refused.text).toContain('An execution waits for a message of this webhook');
		expect(startedFor()).toEqual([]);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(waiting.posts).toHaveLength(2);
		expect(startedFor()).toEqual([]);
	});

	it('because the connection breaks lets Meta deliver it again', async () => {
		await wait('q1');
		const message = textOf(ADA, 'Yes');
		waiting.answer = (_path, response) => void response.destroy();
		expect((await post(message)).status).toBe(503);
		answerWith([200]);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(startedFor()).toEqual([]);
	});

	it('because the execution has not been put to wait yet is asked again at once', async () => {
		await wait('q1', { askedAtMs: Date.now() });
		answerWith([409, 'The execution "q1" is running already.'], [404, 'Could not find node to process webhook.'], [200]);
		expect(await post(textOf(ADA, 'Yes', 'q1'))).toEqual(ACCEPTED);
		expect(waiting.posts).toHaveLength(3);
	});

	it.each([
		[404, 'The execution "q1" does not exist.'],
		[409, 'The execution "q1" is running already.'],
		[409, 'The execution "q1" has finished with error.'],
		[401, 'Invalid token'],
	])('with %i %s, because nobody waits any more, leaves the message to the workflow', async (status, text) => {
		await wait('q1');
		answerWith([status, text]);
		const [message, second] = [textOf(ADA, 'Yes', 'q1'), textOf(ADA, 'Hello?')];
		expect(await post(message)).toEqual(STARTED);
		expect(await post(second)).toEqual(STARTED);
		expect(waiting.posts).toHaveLength(1);
		expect(startedFor()).toEqual([message.id, second.id]);
	});

	it('because it was stopped lets another one have the answer that asked the person under a name of its own', async () => {
		await wait('q1', { user: { bsuid: 'US.1' }, askedAtMs: Date.now() - HOUR_MS });
		await wait('q2');
		await stage.store.recordEvidence([{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: 'US.1', waId: ADA }, atMs: Date.now() }]);
		answerWith([404], [200]);
		expect(await post(textOf(ADA, 'Yes'))).toEqual(ACCEPTED);
		expect(waiting.posts.map(({ body }) => body.questionId)).toEqual(['q2', 'q1']);
		expect(startedFor()).toEqual([]);
	});

	it('because its process was killed after it had taken it is not asked for a second life', async () => {
		const one = await wait('q1');
		const message = textOf(ADA, 'Yes');
		const now = Date.now();
		const answer = { eventId: message.id, phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA }, atMs: now };
		// What a process leaves behind that was killed between n8n's answer and its own note.
		await stage.store.claimAnswers([answer], { deliveryId: 'killed', atMs: now - MINUTE_MS, leaseUntilMs: now - 1 });
		answerWith([409, `The execution "${one.executionId}" has finished with error.`]);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(startedFor()).toEqual([]);
	});

	it('keeps nothing of the webhook back for good: all of it comes again', async () => {
		await wait('q1');
		const [yes, hello] = [textOf(ADA, 'Yes'), textOf(BEN, 'Hello')];
		answerWith([500], [200]);
		expect((await post(yes, hello)).status).toBe(503);
		expect(startedFor()).toEqual([]);
		expect(await post(yes, hello)).toEqual(STARTED);
		expect(startedFor()).toEqual([hello.id]);
	});

	it('is named in the log without the token of the execution', async () => {
		await wait('q1');
		answerWith([500]);
		await post(textOf(ADA, 'Yes'));
		expect(trigger.logs.some(({ details }) => details.executionId === 'q1')).toBe(true);
		expect(JSON.stringify(trigger.logs)).not.toContain(SECRET);
	});
});

describe('a message that answers nothing', () => {
	it.each<[what: string, message: () => ReturnType<typeof textOf>]>([
		['of somebody else', () => textOf(BEN, 'Yes')],
		['that answers another message', () => textOf(ADA, 'Yes', 'wamid.other')],
	])('%s starts the workflow', async (_, make) => {
		await wait('q1');
		const message = make();
		expect(await post(message)).toEqual(STARTED);
		expect(waiting.posts).toEqual([]);
		expect(startedFor()).toEqual([message.id]);
	});

	it('because a trigger had received it when the question went out is none for another trigger either, whatever its second', async () => {
		const message = textOf(ADA, 'I need a visit');
		expect(await post(message)).toEqual(STARTED);
		await wait('q1', { askedAtMs: Date.now() });
		const second = await listen({ nodeId: 'second' });
		others.push(second);
		expect(await postWebhook(second.url, toWebhook(message.value))).toEqual(STARTED);
		expect(waiting.posts).toEqual([]);
	});

	it('because it was received before the question is none when n8n could not start its workflow at first', async () => {
		await trigger.close();
		const startExecution = jest.fn().mockRejectedValueOnce(new Error('n8n is busy')).mockResolvedValue(undefined);
		trigger = await listen({ startExecution });
		const message = textOf(ADA, 'I need a visit');
		expect((await post(message)).status).toBe(500);
		await wait('q1', { askedAtMs: Date.now() });
		expect(await post(message)).toEqual(STARTED);
		expect(waiting.posts).toEqual([]);
	});

	it('because it started the very workflow that asks is none when it is delivered again within the second', async () => {
		const message = textOf(ADA, 'Hello');
		expect(await post(message)).toEqual(STARTED);
		await wait('q1', { askedAtMs: Number(message.value.messages[0]?.timestamp) * 1000 + 999 });
		expect(await post(message)).toEqual(ACCEPTED);
		expect(waiting.posts).toEqual([]);
	});
});

describe('an execution that cannot be reached', () => {
	it.each<[what: string, answer: (response: Response) => void]>([
		['which breaks the connection', (response) => void response.destroy()],
		['which has trouble', (response) => void response.status(500).json({ message: 'SQLITE_BUSY' })],
		['behind a sign-in', (response) => void response.redirect(302, 'https://sign-in.invalid/')],
		['behind a closed door', (response) => void response.status(403).end()],
		['behind a page of a proxy', (response) => void response.status(200).send('<html>Sign in</html>')],
	])('%s, is given up after five tries, with a line in the log, and the messages start the workflow', async (_, answer) => {
		await wait('q1');
		waiting.answer = (_path, response) => answer(response);
		const message = textOf(ADA, 'Yes');
		for (let tries = 1; tries < 5; tries += 1) expect((await post(message)).status).toBe(503);
		expect(await post(message)).toEqual(STARTED);
		const second = textOf(ADA, 'Hello?');
		expect(await post(second)).toEqual(STARTED);
		expect(waiting.posts).toHaveLength(5);
		expect(startedFor()).toEqual([message.id, second.id]);
		expect(trigger.logs.filter(({ level }) => level === 'error')).toMatchObject([{ details: { executionId: 'q1', tries: 5 } }]);
		expect(JSON.stringify(trigger.logs)).not.toContain(SECRET);
	});

	it('keeps back no message but the one that is being given to it', async () => {
		await wait('q1');
		answerWith([500]);
		const [first, second] = [textOf(ADA, 'Yes'), textOf(ADA, 'Hello?')];
		expect((await post(first)).status).toBe(503);
		expect(await post(second)).toEqual(STARTED);
		expect(startedFor()).toEqual([second.id]);
	});

	it('in another n8n that does not listen has heard nothing, so the next try is a first one', async () => {
		const other = await listen({ nodeId: 'other' });
		const resumeUrl = other.url.replace('/webhook', '/webhook-waiting/q1/answer?signature=s');
		await other.close();
		await wait('q1', { instanceId: 'another n8n', resumeUrl });
		const message = textOf(ADA, 'Yes');
		expect((await post(message)).status).toBe(503);
		expect(trigger.logs[0]?.details).toMatchObject({ executionId: 'q1', tries: 1, cause: expect.stringContaining('ECONNREFUSED') });
		const answer = { eventId: message.id, phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA }, atMs: Date.now() };
		const { claimed } = await stage.store.claimAnswers([answer], { deliveryId: 'next', atMs: Date.now(), leaseUntilMs: Date.now() });
		expect(claimed).toMatchObject([{ isRepeated: false, tries: 2 }]);
	});
});

describe('a sticker or a reaction', () => {
	const gestureOf = (from: string, content: Record<string, unknown>) => {
		const { id, value } = textOf(from, '');
		const [message] = value.messages;
		return { id, value: { ...value, messages: [{ ...message, text: undefined, ...content }] } };
	};
	const reactionTo = (messageId: string, emoji?: string) => gestureOf(ADA, { type: 'reaction', reaction: { message_id: messageId, ...(emoji && { emoji }) } });
	const sticker = () => gestureOf(ADA, { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } });

	it.each<[what: string, make: () => ReturnType<typeof gestureOf>]>([
		['a reaction to the question', () => reactionTo('q1', '👍')],
		['a reaction that is taken back', () => reactionTo('q1')],
		['a sticker', sticker],
	])('that nobody asked for neither continues nor starts: %s', async (_, make) => {
		await wait('q1');
		expect(await post(make())).toEqual(ACCEPTED);
		expect([waiting.posts, startedFor()]).toEqual([[], []]);
		await post(textOf(ADA, 'Yes'));
		expect(waiting.posts).toMatchObject([{ body: { answer: { text: 'Yes' } } }]);
	});

	it.each<[what: string, make: () => ReturnType<typeof gestureOf>, text: string | null]>([
		['a reaction to the question', () => reactionTo('q1', '👍'), '👍'],
		['a sticker', sticker, null],
	])('continues where the builder takes it for an answer: %s', async (_, make, text) => {
		await wait('q1', { takesGestures: true });
		const { id, value } = make();
		expect(await post({ value })).toEqual(ACCEPTED);
		expect(waiting.posts).toMatchObject([{ body: { answer: { text, choice: null, message: { id } } } }]);
	});

	it('starts the workflow where the builder wants that for awaited answers', async () => {
		await trigger.close();
		trigger = await listen({ parameters: { options: { startsForAnswers: true } } });
		await wait('q1');
		const { id, value } = reactionTo('q1', '👍');
		expect(await post({ value })).toEqual(STARTED);
		expect([waiting.posts, startedFor()]).toEqual([[], [id]]);
	});

	it('to another message starts the workflow', async () => {
		await wait('q1');
		const { id, value } = reactionTo('wamid.other', '👍');
		expect(await post({ value })).toEqual(STARTED);
		expect(startedFor()).toEqual([id]);
	});
});

describe('a question that a newer one took the place of', () => {
	const told = async (count: number) => {
		await until(() => waiting.posts.length >= count);
		return waiting.posts;
	};

	it('is ended by the next webhook, whatever it says, and once', async () => {
		await wait('q1');
		await wait('q2');
		expect(await post(textOf(BEN, 'Hello'))).toEqual(STARTED);
		expect(await told(1)).toMatchObject([{ path: `/webhook-waiting/q1/answer?signature=${SECRET}`, body: { waitId: 'wait of q1', questionId: 'q1', endedBy: 'newerQuestion' } }]);
		await post(textOf(ADA, 'Yes'));
		expect(waiting.posts.map(({ body }) => [body.questionId, body.endedBy])).toEqual([['q1', 'newerQuestion'], ['q2', undefined]]);
	});

	it('keeps no webhook back when it cannot be told', async () => {
		await wait('q1');
		await wait('q2');
		waiting.answer = (_path, response) => void response.destroy();
		expect(await post(textOf(BEN, 'Hello'))).toEqual(STARTED);
		await told(1);
		expect(trigger.failures).toEqual([]);
	});

	it('is not told so twice at once, and a reply to it starts the workflow', async () => {
		await wait('q1');
		await wait('q2');
		const message = textOf(ADA, 'Monday', 'q1');
		expect(await post(message)).toEqual(STARTED);
		await post(textOf(BEN, 'Hello'));
		expect(await told(1)).toHaveLength(1);
		expect(startedFor()).toContain(message.id);
	});
});

describe('an answer whose item cannot be made', () => {
	it('continues the execution all the same, and says what is wrong', async () => {
		await wait('q1');
		// A session that no webhook can have made: its instant is one of seconds.
		const broken = { phoneNumberId: PHONE_NUMBER_ID, waId: ADA, lastInboundAtMs: 1_763_800_000 };
		const found = jest.spyOn(stage.store, 'findSessions').mockResolvedValueOnce([broken]);
		const message = textOf(ADA, 'Yes');
		expect(await post(message)).toEqual(ACCEPTED);
		found.mockRestore();
		expect(waiting.posts).toMatchObject([{ body: { answer: { text: 'Yes', choice: null, event: 'message', error: expect.stringContaining('could not be made'), raw: { id: message.id } } } }]);
	});
});
