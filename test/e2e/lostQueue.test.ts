import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { isN8nReady } from '../../scripts/n8n/isN8nReady';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startQueue, type Queue } from './startQueue';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const PEOPLE = Array.from({ length: 8 }, (_, index) => `120255501${String(index).padStart(2, '0')}`);
const START_TIMEOUT_MS = 240_000;
// Minutes; n8n's own default is 180.
const RECOVERY = { N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.05' };

/**
 * What n8n has accepted and Redis has lost: n8n answers Meta when the execution is in its database and its queue. A Redis that
 * keeps nothing on disk forgets the queue; the executions stay `new` until n8n's queue recovery marks them as crashed, and then
 * they can be retried.
 */
describe('executions that a lost Redis takes along', () => {
	let queue: Queue;
	let stage: Stage;
	let webhooks: RunningN8n;
	let worker: RunningN8n;

	beforeAll(async () => {
		queue = await startQueue();
		const env = { ...queue.env, ...RECOVERY };
		stage = await startStage({ env, credential: { sessionStore: 'postgres', postgresUrl: queue.postgresUrl } });
		webhooks = await startN8n({ userFolder: stage.userFolder, env, command: ['webhook'] });
		await waitUntil(async () => await isN8nReady(webhooks.url), { what: 'the webhook process', timeoutMs: 60_000 });
	}, START_TIMEOUT_MS);
	afterAll(async () => {
		await Promise.all([worker?.stop(), webhooks?.stop()]);
		await stage?.close();
		await queue?.stop();
	}, START_TIMEOUT_MS);

	test('are marked as crashed by n8n, and answered once each however often they are retried', async () => {
		const answer = { type: 'sendFreeForm', parameters: { messageType: 'text', text: 'Hello, we are here.' } } as const;
		const workflow = await stage.publish(triggerWorkflow('Answer', { events: ['message'] }, answer));
		const verifyToken = 'simulator-verify-token';
		await stage.simulator.subscribe({ callbackUrl: callbackUrl(webhooks.url, workflow), verifyToken, verify: true });
		for (const waId of PEOPLE) {
			stage.simulator.putPerson({ waId, name: waId });
			stage.simulator.write({ from: waId, text: 'Hello' });
		}
		await stage.simulator.idle();
		expect(stage.simulator.deliveries().filter(({ state }) => state !== 'delivered')).toEqual([]);

		await queue.loseRedis();
		worker = await startN8n({ userFolder: stage.userFolder, env: queue.env, command: ['worker'] });
		await waitUntil(async () => worker.logs.some((line) => line.includes('n8n worker is now ready')), { what: 'the worker' });
		const query = `/executions?workflowId=${workflow.id}&status=crashed`;
		const crashed = async () => (await stage.client.api<{ data: Array<{ id: string }> }>('GET', query)).data;
		const all = async () => (await crashed()).length === PEOPLE.length;
		await waitUntil(all, { what: 'n8n to mark the executions as crashed', timeoutMs: 60_000 });

		const lost = await crashed();
		for (const { id } of [...lost, ...lost]) await stage.client.api('POST', `/executions/${id}/retry`, { loadWorkflow: false });

		expect(stage.simulator.sent().map(({ waId }) => waId).toSorted()).toEqual(PEOPLE);
	}, START_TIMEOUT_MS);
});
