import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { openStore } from '../../nodes/shared/store/openStore';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { ASK, publishQuestion, THANK, type PublishedQuestion } from './publishQuestion';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const NO_ANSWER = 0;
const WINDOW_CLOSED = 1;
const ANSWERED = 2;
const DAY_MS = 86_400_000;
const PHONE_NUMBER_ID = '106540352242922';
/** n8n looks once a minute which waiting executions are due. */
const TIME_OUT_TIMEOUT_MS = 200_000;
const APPOINTMENT = {
	messageType: 'list',
	listButton: 'Choose',
	body: 'When shall we come?',
	rows: { row: [{ title: 'Monday 10:30', id: 'mon' }, { title: 'Tuesday 9:00', id: 'tue' }] },
};

let people = 0;

describe('a workflow that waits for an answer, in a real n8n', () => {
	let stage: Stage;
	let support: StoredN8nWorkflow;
	let question: PublishedQuestion;

	beforeAll(async () => {
		stage = await startStage({ simulator: { retryPausesMs: Array.from({ length: 240 }, () => 500) } });
		support = await stage.publish(triggerWorkflow('Support', { events: ['message'] }));
		await stage.connect(support);
		question = await publishQuestion(stage, APPOINTMENT);
	});
	afterAll(async () => await stage?.close());

	/** Somebody who has just written, with the trigger's execution for it done. */
	async function newPerson(): Promise<string> {
		const waId = `120255502${String((people += 1)).padStart(2, '0')}`;
		stage.simulator.putPerson({ waId, name: `Person ${people}` });
		const { id } = stage.simulator.write({ from: waId, text: 'Hello' });
		await delivered(id);
		return waId;
	}

	/** Waits until Meta has its 200 for the webhook about a message. */
	async function delivered(messageId: string): Promise<void> {
		await waitUntil(
			async () => stage.simulator.deliveries().some(({ state, messageIds }) => state === 'delivered' && messageIds.includes(messageId)),
			{ what: `the webhook about ${messageId} to be delivered`, timeoutMs: 60_000 },
		);
	}

	/** The messages that the trigger's own workflow was started for. */
	async function started(): Promise<string[]> {
		const executions = await stage.client.executions(support.id);
		return executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME)).map(({ message }) => (message as { id: string }).id);
	}

	const done = async (executionId: string): Promise<N8nExecution> =>
		await waitUntil(
			async () => {
				const execution = await stage.client.waitForExecution(executionId);
				return execution.status !== 'waiting' && execution;
			},
			{ what: `execution ${executionId} to go on`, timeoutMs: TIME_OUT_TIMEOUT_MS },
		);
	const stateOf = async (executionId: string) => (await stage.client.waitForExecution(executionId)).status;
	const questionsTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId && message.type === 'interactive');

	let unanswered: string;

	test('asks somebody who will not answer within the minute', async () => {
		const impatient = await publishQuestion(stage, { ...APPOINTMENT, waitFor: 1, waitUnit: 'minutes' });
		unanswered = await impatient(await newPerson());
		expect(await stateOf(unanswered)).toBe('waiting');
	});

	test('goes on with the row that the person chose, and starts nothing else for it', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		const tapped = stage.simulator.tap({ from: ada, button: 'Tuesday 9:00' });
		await delivered(tapped.id);

		const execution = await done(executionId);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, ASK, NO_ANSWER)).toEqual([]);
		expect(itemsOf(execution, ASK, WINDOW_CLOSED)).toEqual([]);
		const [item] = itemsOf(execution, ASK, ANSWERED);
		expect(item).toMatchObject({
			body: { order: 1042, recipient: ada },
			message: { id: questionsTo(ada)[0]?.id, sentAs: 'freeForm', alreadySent: false },
			session: { isOpen: true, phoneNumberId: PHONE_NUMBER_ID },
			wait: { id: expect.any(String), askedAt: expect.any(String), givesUpAt: expect.any(String), windowClosesAt: expect.any(String), endedBy: null },
			answer: {
				text: 'Tuesday 9:00',
				choice: { id: 'tue', title: 'Tuesday 9:00' },
				event: 'message',
				recipient: `+${ada}`,
				message: { id: tapped.id, type: 'interactive', repliesTo: questionsTo(ada)[0]?.id },
				session: { isOpen: true },
			},
		});
		const { askedAt, givesUpAt } = item?.wait as { askedAt: string; givesUpAt: string };
		expect(Math.abs(Date.parse(givesUpAt) - Date.parse(askedAt) - DAY_MS)).toBeLessThan(1_000);
		expect(itemsOf(execution, THANK)).toHaveLength(1);
		expect(stage.simulator.sent().at(-1)).toMatchObject({ waId: ada, text: 'Thank you for: Tuesday 9:00' });
		expect(await started()).not.toContain(tapped.id);
	});

	test('takes the next message for the answer where the person taps nothing', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		const { id } = stage.simulator.write({ from: ada, text: 'Neither, sorry' });
		await delivered(id);
		expect(itemsOf(await done(executionId), ASK, ANSWERED)).toMatchObject([
			{ answer: { text: 'Neither, sorry', choice: null, message: { id, repliesTo: null } } },
		]);
		expect(await started()).not.toContain(id);
	});

	test('goes on after n8n was started anew in between', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		await stage.n8n.stop();
		await stage.restart();
		expect(await stateOf(executionId)).toBe('waiting');
		const { id } = stage.simulator.tap({ from: ada, button: 'Monday 10:30' });
		await delivered(id);
		expect(itemsOf(await done(executionId), ASK, ANSWERED)).toMatchObject([{ answer: { choice: { id: 'mon' } } }]);
		expect(await started()).not.toContain(id);
	});

	test('gets an answer that was given while n8n was killed, once', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		await stage.n8n.kill9();
		const { id } = stage.simulator.tap({ from: ada, button: 'Monday 10:30' });
		await waitUntil(async () => stage.simulator.deliveries().at(-1)?.attempts.some(({ httpStatus }) => httpStatus === null), {
			what: 'the first try to fail',
		});
		await stage.restart();
		await delivered(id);
		expect(itemsOf(await done(executionId), ASK, ANSWERED)).toMatchObject([{ answer: { message: { id } } }]);
		expect(await started()).not.toContain(id);
	});

	test('ends the older of two questions to one person, which goes on by No Answer with the reason', async () => {
		const ada = await newPerson();
		const first = await question(ada);
		const second = await question(ada);
		const [one, two] = questionsTo(ada);
		const older = await done(first);
		expect(older.status).toBe('success');
		expect(itemsOf(older, ASK, NO_ANSWER)).toMatchObject([{ message: { id: one?.id }, answer: null, wait: { endedBy: 'newerQuestion' } }]);
		expect(itemsOf(older, ASK, ANSWERED)).toEqual([]);

		const toFirst = stage.simulator.tap({ from: ada, messageId: one?.id, button: 'Monday 10:30' });
		await delivered(toFirst.id);
		await waitUntil(async () => (await started()).includes(toFirst.id), { what: 'the workflow of the trigger' });
		expect(await stateOf(second)).toBe('waiting');
		const toSecond = stage.simulator.tap({ from: ada, messageId: two?.id, button: 'Tuesday 9:00' });
		await delivered(toSecond.id);
		expect(itemsOf(await done(second), ASK, ANSWERED)).toMatchObject([{ message: { id: two?.id }, answer: { choice: { id: 'tue' } } }]);
	});

	test('is neither continued nor repeated by a reaction to it, which a builder may take for the answer', async () => {
		const [ada, ben] = [await newPerson(), await newPerson()];
		const executionId = await question(ada);
		const reaction = stage.simulator.react({ from: ada, messageId: questionsTo(ada)[0]!.id, emoji: '👍' });
		await delivered(reaction.id);
		const { id } = stage.simulator.write({ from: ada, text: 'Monday' });
		await delivered(id);
		expect(itemsOf(await done(executionId), ASK, ANSWERED)).toMatchObject([{ answer: { text: 'Monday' } }]);
		expect(await started()).not.toContain(reaction.id);

		const generous = await publishQuestion(stage, { ...APPOINTMENT, options: { takeGestures: true } });
		const liked = await generous(ben);
		await delivered(stage.simulator.react({ from: ben, messageId: questionsTo(ben)[0]!.id, emoji: '👍' }).id);
		expect(itemsOf(await done(liked), ASK, ANSWERED)).toMatchObject([{ answer: { text: '👍' } }]);
	});

	test('asks one person after another within Loop Over Items', async () => {
		const [ada, ben] = [await newPerson(), await newPerson()];
		const path = randomUUID();
		const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => ({
			id: randomUUID(),
			name,
			type,
			typeVersion,
			position: [0, 0] as [number, number],
			parameters,
			...(name === 'Shop' && { webhookId: path }),
		});
		const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
		const { id } = await stage.publish({
			name: 'One after another',
			nodes: [
				node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }),
				node('People', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.people', options: { destinationFieldName: 'recipient' } }),
				node('Loop', 'n8n-nodes-base.splitInBatches', 3, { options: {} }),
				node(ASK, 'n8n-nodes-whatsapp-session.sendFreeForm', 1, { operation: 'ask', recipient: '={{ $json.recipient }}', ...APPOINTMENT }),
			],
			connections: {
				Shop: { main: [to('People')] },
				People: { main: [to('Loop')] },
				Loop: { main: [[], to(ASK)] },
				[ASK]: { main: [to('Loop'), to('Loop'), to('Loop')] },
			},
		});
		const headers = { 'content-type': 'application/json', connection: 'close' };
		await fetch(`${stage.n8n.url}/webhook/${path}`, { method: 'POST', headers, body: JSON.stringify({ people: [ada, ben] }) });
		for (const person of [ada, ben]) {
			await waitUntil(async () => questionsTo(person).length === 1, { what: `the question to ${person}` });
			await delivered(stage.simulator.tap({ from: person, button: 'Monday 10:30' }).id);
		}
		const [execution] = await waitUntil(
			async () => {
				const executions = await stage.client.executions(id);
				return executions.some(({ status }) => status === 'success') && executions;
			},
			{ what: 'the loop to end' },
		);
		expect(itemsOf(execution!, ASK, ANSWERED)).toMatchObject([
			{ recipient: ada, answer: { choice: { id: 'mon' }, from: ada } },
			{ recipient: ben, answer: { choice: { id: 'mon' }, from: ben } },
		]);
	});

	test('is not continued by somebody else, whose message starts the workflow of the trigger', async () => {
		const [ada, ben] = [await newPerson(), await newPerson()];
		const executionId = await question(ada);
		const { id } = stage.simulator.write({ from: ben, text: 'Tuesday 9:00' });
		await delivered(id);
		await waitUntil(async () => (await started()).includes(id), { what: 'the workflow of the trigger' });
		expect(await stateOf(executionId)).toBe('waiting');
	});

	test('goes on once for an answer that is delivered again, and starts nothing for the repetition', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		const { id } = stage.simulator.tap({ from: ada, button: 'Monday 10:30' });
		await delivered(id);
		const redelivery = stage.simulator.redeliver(id);
		await waitUntil(async () => redelivery.state === 'delivered', { what: 'the redelivery' });
		expect(itemsOf(await done(executionId), ASK, ANSWERED)).toHaveLength(1);
		expect(stage.simulator.sent().filter(({ waId, type }) => waId === ada && type === 'text')).toHaveLength(1);
		expect(await started()).not.toContain(id);
	});

	test('leaves the message to the workflow of the trigger when the execution was deleted', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		await stage.client.rest('POST', `/executions/${executionId}/stop`);
		await stage.client.rest('POST', '/executions/delete', { ids: [executionId] });
		const { id } = stage.simulator.write({ from: ada, text: 'Monday' });
		await delivered(id);
		await waitUntil(async () => (await started()).includes(id), { what: 'the workflow of the trigger' });
	});

	test('leaves the message to the workflow of the trigger when the execution cannot be reached', async () => {
		const ada = await newPerson();
		const askedAtMs = Date.now() - 1_000;
		const wait = { waitId: randomUUID(), phoneNumberId: PHONE_NUMBER_ID, user: { waId: ada }, questionIds: ['wamid.unreachable'] };
		const execution = { resumeUrl: 'http://127.0.0.1:9/webhook-waiting/1/answer?signature=none', instanceId: 'an n8n that is gone', executionId: '1' };
		const instants = { askedAtMs, waitsSinceMs: askedAtMs, givesUpAtMs: askedAtMs + DAY_MS };
		const store = openStore({ kind: 'embedded', path: join(stage.userFolder, '.n8n', 'whatsapp-session', 'sessions.sqlite') });
		await store.recordWaits([{ ...wait, ...execution, ...instants, takesGestures: false }]);
		await store.close();
		const { id } = stage.simulator.write({ from: ada, text: 'Is anybody there?' });
		await delivered(id);
		await waitUntil(async () => (await started()).includes(id), { what: 'the workflow of the trigger' });
		expect(stage.n8n.logs.some((line) => line.includes('gives up an execution that waits for an answer'))).toBe(true);
	});

	test('leaves the message to the workflow of the trigger when the execution was stopped', async () => {
		const ada = await newPerson();
		const executionId = await question(ada);
		await stage.client.rest('POST', `/executions/${executionId}/stop`);
		const { id } = stage.simulator.tap({ from: ada, button: 'Monday 10:30' });
		await delivered(id);
		await waitUntil(async () => (await started()).includes(id), { what: 'the workflow of the trigger' });
		expect(await stateOf(executionId)).toBe('canceled');
	});

	test('goes on without an answer when the time is over, with the question in the item', async () => {
		const execution = await done(unanswered);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, ASK, NO_ANSWER)).toMatchObject([
			{ body: { order: 1042 }, message: { sentAs: 'freeForm' }, session: { isOpen: true }, wait: { givesUpAt: expect.any(String) }, answer: null },
		]);
		expect(itemsOf(execution, ASK, ANSWERED)).toEqual([]);
		// What the node before gave is what it was.
		expect(Object.keys(itemsOf(execution, 'Shop')[0] ?? {})).not.toContain('wait');
	}, TIME_OUT_TIMEOUT_MS);

	test('keeps the address of waiting executions out of the log', () => {
		expect(stage.n8n.logs.filter((line) => line.includes('signature='))).toEqual([]);
	});
});
