import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { lockTable } from './lockTable';
import { openQueueStage, type QueueStage } from './openQueueStage';
import { ASK, publishQuestion, THANK } from './publishQuestion';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const CLARA = '12025550183';
const LINES = ['Hello', 'do you have', 'the fern', 'in blue', 'please?'];
const ANSWER = ['The blue one', 'or no', 'the green one'];
const ANSWERED = 2;
const TIMEOUT_MS = 400_000;

describe('messages in a row, combined in queue mode', () => {
	let stage: QueueStage;
	let workflow: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await openQueueStage();
		const answer = { type: 'sendFreeForm' as const, parameters: { text: 'We have.' } };
		workflow = await stage.publish(triggerWorkflow('Combines', { options: { combineMessages: true, combineWaitSeconds: 4 } }, answer));
		await stage.listen(workflow);
		for (const waId of [ADA, CLARA]) stage.simulator.putPerson({ waId, name: 'Somebody' });
	}, TIMEOUT_MS);
	afterAll(async () => await stage?.close(), TIMEOUT_MS);

	/** Writes all at once, and waits until WhatsApp has its 200 for each. */
	async function write(from: string, texts: string[]): Promise<string[]> {
		const ids = texts.map((text) => stage.simulator.write({ from, text }).id);
		for (const id of ids) await stage.delivered(id);
		return ids;
	}
	const sentTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);
	const itemsFrom = async (from: string) => {
		const executions = await stage.client.executions(workflow.id);
		return executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME)).filter((item) => item.from === from);
	};

	test('the webhook process takes them, the main process starts the workflow once, also when both are killed meanwhile', async () => {
		const ids = await write(ADA, LINES);
		await Promise.all([stage.n8n.kill9(), stage.kill9('webhooks')]);
		await stage.restart();
		await stage.start('webhooks');
		const execution = await stage.nextEnded(workflow.id);
		expect(itemsOf(execution, TRIGGER_NAME)).toMatchObject([{ text: LINES.join('\n'), message: { id: ids.at(-1) } }]);
		expect(await itemsFrom(ADA)).toHaveLength(1);
		expect(sentTo(ADA)).toHaveLength(1);
	}, TIMEOUT_MS);

	test('what answers a question continues its execution once, with all of it, though the main process is killed before it has written that down', async () => {
		const question = await publishQuestion(stage, { text: 'Which one?' });
		await write(CLARA, ['Hello']);
		await stage.nextEnded(workflow.id);
		const executionId = await question(CLARA);

		// The main process has posted the answer, and n8n cannot continue the execution.
		const executions = await lockTable(stage.postgresUrl, 'execution_entity');
		const ids = await write(CLARA, ANSWER);
		await executions.isWaitedFor();
		// Now it can, and the main process cannot write down that it has.
		const waits = await lockTable(stage.postgresUrl, 'whatsapp_session.answer_waits');
		await executions.letOn();
		await waits.isWaitedFor();
		await stage.n8n.kill9();
		await waits.open();
		const thanks = () => sentTo(CLARA).filter(({ text }) => text.startsWith('Thank you'));
		await waitUntil(async () => thanks().length > 0, { what: 'the execution to go on', timeoutMs: 60_000 });

		// Nobody holds any more what the dead process has claimed.
		const { rowCount: held } = await stage.database.query('UPDATE whatsapp_session.gatherings SET due_at_ms = $1', [Date.now()]);
		expect(held).toBe(1);
		await stage.restart();
		const isSettled = async () => (await stage.database.query('SELECT FROM whatsapp_session.gatherings')).rowCount === 0;
		await waitUntil(isSettled, { what: 'the answer to be handed over once more', timeoutMs: 60_000 });
		for (const id of ids) stage.simulator.redeliver(id);
		await stage.simulator.idle();
		const execution = await stage.client.waitForExecution(executionId);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, ASK, ANSWERED)).toMatchObject([{ answer: { text: ANSWER.join('\n'), messages: ids.map((id) => ({ id })) } }]);
		expect(itemsOf(execution, THANK)).toHaveLength(1);
		expect(thanks()).toHaveLength(1);
		expect(await stage.client.executions(question.workflowId)).toHaveLength(1);
		expect(await itemsFrom(CLARA)).toHaveLength(1);
	}, TIMEOUT_MS);
});
