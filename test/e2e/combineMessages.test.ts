import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { ASK, publishQuestion, THANK } from './publishQuestion';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const BEN = '12025550182';
const CLARA = '12025550183';
const LINES = ['Hello', 'do you have', 'the fern', 'in blue', 'please?'];
const OPTIONS = { combineMessages: true, combineWaitSeconds: 4 };

describe('messages in a row, combined in a real n8n', () => {
	let stage: Stage;
	let workflow: StoredN8nWorkflow;
	beforeAll(async () => {
		stage = await startStage({ simulator: { retryPausesMs: Array.from({ length: 120 }, () => 500) } });
		for (const waId of [ADA, BEN, CLARA]) stage.simulator.putPerson({ waId, name: 'Somebody' });
		const answer = { type: 'sendFreeForm' as const, parameters: { text: 'We have.' } };
		workflow = await stage.publish(triggerWorkflow('Combines', { options: OPTIONS }, answer));
		await stage.connect(workflow);
	}, 120_000);
	afterAll(async () => await stage?.close());

	/** Writes all at once and waits until WhatsApp has its 200 for each. */
	async function write(from: string, texts: string[]): Promise<string[]> {
		const ids = texts.map((text) => stage.simulator.write({ from, text }).id);
		const delivered = () => new Set(stage.simulator.deliveries().filter(({ state }) => state === 'delivered').flatMap(({ messageIds }) => messageIds));
		await waitUntil(async () => ids.every((id) => delivered().has(id)), { what: 'the messages to be taken', timeoutMs: 60_000, everyMs: 20 });
		return ids;
	}
	/** An answer is out before n8n has saved the execution that gave it. */
	const ended = async () => {
		const executions = await stage.client.executions(workflow.id);
		return !executions.some(({ status }) => status === 'new' || status === 'running') && executions;
	};
	const itemsFrom = async (from: string) => {
		const executions = await waitUntil(ended, { what: 'the executions to end', timeoutMs: 60_000 });
		return executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME)).filter((item) => item.from === from);
	};
	const answersTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);

	test('five quick messages start one execution and get one answer, which quotes the newest', async () => {
		const ids = await write(ADA, LINES);
		expect(await itemsFrom(ADA)).toEqual([]);
		await waitUntil(async () => answersTo(ADA).length > 0, { what: 'the answer', timeoutMs: 30_000 });
		const [item, ...more] = await waitUntil(async () => await itemsFrom(ADA).then((items) => items.length > 0 && items), { what: 'the execution to be listed', timeoutMs: 30_000 });
		expect(more).toEqual([]);
		expect(item).toMatchObject({ text: LINES.join('\n'), message: { id: ids.at(-1) } });
		expect(item?.messages).toMatchObject(ids.map((id) => ({ id })));
		expect(answersTo(ADA)).toHaveLength(1);
	}, 60_000);

	test('a kill between the messages and the workflow loses none and starts it once', async () => {
		const ids = await write(BEN, LINES);
		await stage.n8n.kill9();
		await stage.restart();
		await waitUntil(async () => answersTo(BEN).length > 0, { what: 'the answer', timeoutMs: 60_000 });
		for (const id of ids) stage.simulator.redeliver(id);
		await stage.simulator.idle();
		const items = await itemsFrom(BEN);
		expect(items).toHaveLength(1);
		expect(items[0]?.messages).toMatchObject(ids.map((id) => ({ id })));
		expect(answersTo(BEN)).toHaveLength(1);
	}, 120_000);

	test('what answers a question is combined as well, through a kill, and its execution goes on once, with all of it', async () => {
		const question = await publishQuestion(stage, { text: 'Which one?' });
		await write(CLARA, ['Hello']);
		await waitUntil(async () => answersTo(CLARA).length > 0, { what: 'the answer', timeoutMs: 30_000 });
		const executionId = await question(CLARA);
		const ids = await write(CLARA, ['The blue one', 'or no', 'the green one']);
		await stage.n8n.kill9();
		await stage.restart();
		const goneOn = async () => {
			const execution = await stage.client.waitForExecution(executionId);
			return execution.status !== 'waiting' && execution;
		};
		const execution = await waitUntil(goneOn, { what: 'the execution to go on', timeoutMs: 60_000 });
		for (const id of ids) stage.simulator.redeliver(id);
		await stage.simulator.idle();
		expect(itemsOf(execution, ASK, 2)).toMatchObject([{ answer: { text: 'The blue one\nor no\nthe green one', messages: ids.map((id) => ({ id })) } }]);
		expect(itemsOf(execution, THANK)).toHaveLength(1);
		expect(answersTo(CLARA).filter(({ text }) => text?.startsWith('Thank you'))).toHaveLength(1);
		expect(await itemsFrom(CLARA)).toHaveLength(1);
	}, 180_000);
});
