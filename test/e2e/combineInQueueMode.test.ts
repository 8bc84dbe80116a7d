import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { isN8nReady } from '../../scripts/n8n/isN8nReady';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startQueue, type Queue } from './startQueue';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const LINES = ['Hello', 'do you have', 'the fern', 'in blue', 'please?'];
const START_TIMEOUT_MS = 240_000;

/** A main process, a worker and a webhook process on one Postgres, which holds the sessions as well, and one Redis. */
describe('messages in a row, combined in queue mode', () => {
	let queue: Queue;
	let stage: Stage;
	let worker: RunningN8n;
	let webhooks: RunningN8n;
	let workflow: StoredN8nWorkflow;

	beforeAll(async () => {
		queue = await startQueue();
		stage = await startStage({ env: queue.env, credential: { sessionStore: 'n8nDatabase' }, simulator: { retryPausesMs: Array.from({ length: 240 }, () => 500) } });
		const startOther = async (command: string) => await startN8n({ userFolder: stage.userFolder, env: queue.env, command: [command] });
		[worker, webhooks] = await Promise.all([startOther('worker'), startOther('webhook')]);
		await waitUntil(async () => await isN8nReady(webhooks.url), { what: 'the webhook process', timeoutMs: 60_000 });
		const answer = { type: 'sendFreeForm' as const, parameters: { text: 'We have.' } };
		workflow = await stage.publish(triggerWorkflow('Combines', { options: { combineMessages: true, combineWaitSeconds: 4 } }, answer));
		const verifyToken = 'simulator-verify-token';
		await stage.simulator.subscribe({ callbackUrl: callbackUrl(webhooks.url, workflow), verifyToken, verify: true });
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
	}, START_TIMEOUT_MS);
	afterAll(async () => {
		await Promise.all([worker?.stop(), webhooks?.stop()]);
		await stage?.close();
		await queue?.stop();
	}, START_TIMEOUT_MS);

	test('the webhook process takes them, the main process starts the workflow once, also when both are killed meanwhile', async () => {
		const ids = LINES.map((text) => stage.simulator.write({ from: ADA, text }).id);
		const delivered = () => new Set(stage.simulator.deliveries().filter(({ state }) => state === 'delivered').flatMap(({ messageIds }) => messageIds));
		await waitUntil(async () => ids.every((id) => delivered().has(id)), { what: 'the messages to be taken', timeoutMs: 60_000, everyMs: 20 });
		await Promise.all([stage.n8n.kill9(), webhooks.kill9()]);
		await stage.restart();
		const answers = () => stage.simulator.sent().filter(({ waId }) => waId === ADA);
		await waitUntil(async () => answers().length > 0, { what: 'the answer', timeoutMs: 90_000 });
		// The answer is out before the worker has saved the execution.
		const saved = async () => {
			const all = await stage.client.executions(workflow.id);
			return all.length > 0 && !all.some(({ status }) => status === 'new' || status === 'running') && all;
		};
		const executions = await waitUntil(saved, { what: 'the execution to end', timeoutMs: 60_000 });
		const items = executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME));
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ text: LINES.join('\n'), message: { id: ids.at(-1) } });
		expect(answers()).toHaveLength(1);
	}, START_TIMEOUT_MS);
});
