import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { isN8nReady } from '../../scripts/n8n/isN8nReady';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { ASK, publishQuestion, THANK } from './publishQuestion';
import { startQueue, type Queue } from './startQueue';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const ANSWERED = 2;
const ADA = '12025550181';
const START_TIMEOUT_MS = 240_000;

/** A main process, a worker and a webhook process on one Postgres, which holds the sessions as well, and one Redis. */
describe('a workflow that waits for an answer, in queue mode', () => {
	let queue: Queue;
	let stage: Stage;
	let worker: RunningN8n;
	let webhooks: RunningN8n;
	let support: StoredN8nWorkflow;

	const startOther = async (command: string) => await startN8n({ userFolder: stage.userFolder, env: queue.env, command: [command] });
	const isWorkerUp = async (what: string) => {
		await waitUntil(async () => worker.logs.some((line) => line.includes('n8n worker is now ready')), { what });
	};
	const isUp = async (n8n: RunningN8n) => {
		await waitUntil(async () => await isN8nReady(n8n.url), { what: 'another process of n8n', timeoutMs: 60_000 });
	};

	beforeAll(async () => {
		queue = await startQueue();
		stage = await startStage({
			env: queue.env,
			credential: { sessionStore: 'n8nDatabase' },
			simulator: { retryPausesMs: Array.from({ length: 240 }, () => 500) },
		});
		[worker, webhooks] = await Promise.all([startOther('worker'), startOther('webhook')]);
		await isUp(webhooks);
		await isWorkerUp('the worker');
		support = await stage.publish(triggerWorkflow('Support', { events: ['message'] }));
		const verifyToken = 'simulator-verify-token';
		await stage.simulator.subscribe({ callbackUrl: callbackUrl(webhooks.url, support), verifyToken, verify: true });
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
	}, START_TIMEOUT_MS);
	afterAll(async () => {
		await Promise.all([worker?.stop(), webhooks?.stop()]);
		await stage?.close();
		await queue?.stop();
	}, START_TIMEOUT_MS);

	async function delivered(messageId: string): Promise<void> {
		const look = async () => stage.simulator.deliveries().some(({ state, messageIds }) => state === 'delivered' && messageIds.includes(messageId));
		await waitUntil(look, { what: `the webhook about ${messageId} to be delivered`, timeoutMs: 60_000 });
	}

	test('goes on in a worker, with an answer that the webhook process took, also after both were started anew', async () => {
		const question = await publishQuestion(stage, { messageType: 'buttons', body: 'Shall we come?', buttons: { button: [{ title: 'Yes', id: 'y' }] } });
		await delivered(stage.simulator.write({ from: ADA, text: 'Hello' }).id);
		const executionId = await question(ADA);
		await Promise.all([worker.kill9(), webhooks.stop()]);
		const port = Number(new URL(webhooks.url).port);
		[worker, webhooks] = await Promise.all([startOther('worker'), startN8n({ userFolder: stage.userFolder, env: queue.env, command: ['webhook'], port })]);
		await isWorkerUp('another worker');
		// It has read what the worker before it left: an answer that comes earlier ends the execution as crashed (docs/queue-mode.md).
		expect((await stage.client.waitForExecution(executionId)).status).toBe('waiting');
		// Until it is ready it answers Meta with 200 and forgets the webhook (docs/queue-mode.md).
		await isUp(webhooks);
		const tapped = stage.simulator.tap({ from: ADA, button: 'Yes' });
		await delivered(tapped.id);
		const look = async () => {
			const execution = await stage.client.waitForExecution(executionId);
			return execution.status !== 'waiting' && execution;
		};
		const execution = await waitUntil(look, { what: 'the execution to go on', timeoutMs: 60_000 });
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, ASK, ANSWERED)).toMatchObject([{ answer: { choice: { id: 'y' }, message: { id: tapped.id } } }]);
		expect(itemsOf(execution, THANK)).toHaveLength(1);
		expect(await stage.client.executions(support.id)).toHaveLength(1);
	}, START_TIMEOUT_MS);
});
