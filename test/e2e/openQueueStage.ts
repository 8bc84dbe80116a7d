import { Client } from 'pg';

import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { findFreePort } from '../../scripts/n8n/findFreePort';
import { isN8nReady } from '../../scripts/n8n/isN8nReady';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startQueue } from './startQueue';
import { startStage, type Stage } from './startStage';

const READY_MS = 120_000;
const ENDED_MS = 120_000;
/** A killed worker is noticed when it is back, and not meanwhile by Redis, after which n8n could not retry what it was at. */
const PATIENCE = { QUEUE_WORKER_LOCK_DURATION: '900000', QUEUE_WORKER_STALLED_INTERVAL: '900000' };

/** A main process, a worker and a webhook process on one Postgres, which holds the sessions as well, and one Redis. */
export interface QueueStage extends Stage {
	postgresUrl: string;
	/** A connection to that Postgres, for what no process of n8n tells. */
	database: Client;
	/** Address of the webhook process; it stays the same. */
	webhooksUrl: string;
	/** Ends the worker or the webhook process as a power cut does. */
	kill9(which: 'worker' | 'webhooks'): Promise<void>;
	/** Starts it again, and settles when it is ready. */
	start(which: 'worker' | 'webhooks'): Promise<void>;
	/** Lets the simulator post its webhooks to a workflow's trigger at the webhook process. */
	listen(workflow: StoredN8nWorkflow): Promise<void>;
	/** Waits until the webhook about a message was answered with 200. */
	delivered(messageId: string): Promise<void>;
	/** Waits for an execution to end that this has not given before, and gives it: in the order in which they ended, as far as one waits for each. */
	nextEnded(workflowId: string): Promise<N8nExecution>;
	/** Retries an execution as it was, and gives the retry when it has ended. */
	retry(execution: N8nExecution): Promise<N8nExecution>;
}

/** Opens it in half a minute. */
export async function openQueueStage(): Promise<QueueStage> {
	const queue = await startQueue();
	const database = new Client(queue.postgresUrl);
	await database.connect();
	const env = { ...queue.env, ...PATIENCE };
	// Meta repeats for days; here it repeats twice a second for as long as a process may take to come back.
	const simulator = { retryPausesMs: Array.from({ length: 600 }, () => 500) };
	const stage = await startStage({ env, credential: { sessionStore: 'n8nDatabase' }, simulator });
	const ports = { worker: await findFreePort(), webhooks: await findFreePort() };
	const running: Partial<Record<'worker' | 'webhooks', RunningN8n>> = {};
	const seen = new Set<string>();

	const start = async (which: 'worker' | 'webhooks') => {
		const [port, health] = which === 'worker' ? [await findFreePort(), { QUEUE_HEALTH_CHECK_PORT: String(ports.worker) }] : [ports.webhooks, {}];
		// Until it is ready a webhook process answers Meta with 200 and forgets the webhook (docs/queue-mode.md).
		stage.simulator.setDelivery({ paused: true });
		running[which] = await startN8n({ userFolder: stage.userFolder, env: { ...env, ...health }, command: [which === 'worker' ? 'worker' : 'webhook'], port });
		await waitUntil(async () => await isN8nReady(`http://127.0.0.1:${ports[which]}`), { what: `the ${which} process to be ready`, timeoutMs: READY_MS });
		stage.simulator.setDelivery({ paused: false });
	};
	await start('worker');
	await start('webhooks');

	const nextEnded = async (workflowId: string) => {
		const look = async () => {
			const ended = (await stage.client.executions(workflowId)).filter(({ id, status }) => !seen.has(id) && !['new', 'running'].includes(status));
			return ended.at(-1);
		};
		const execution = await waitUntil(look, { what: `an execution of workflow ${workflowId} to end`, timeoutMs: ENDED_MS });
		seen.add(execution.id);
		return execution;
	};
	return {
		...stage,
		// The one that runs, not the first one.
		get n8n() {
			return stage.n8n;
		},
		postgresUrl: queue.postgresUrl,
		database,
		webhooksUrl: `http://127.0.0.1:${ports.webhooks}`,
		kill9: async (which) => await running[which]?.kill9(),
		start,
		async listen(workflow) {
			const callback = callbackUrl(`http://127.0.0.1:${ports.webhooks}`, workflow);
			await stage.simulator.subscribe({ callbackUrl: callback, verifyToken: 'simulator-verify-token', verify: true });
		},
		async delivered(messageId) {
			const isDelivered = async () => stage.simulator.deliveries().some(({ messageIds, state }) => state === 'delivered' && messageIds.includes(messageId));
			await waitUntil(isDelivered, { what: `the webhook about ${messageId} to be delivered`, timeoutMs: READY_MS });
		},
		nextEnded,
		async retry({ id, workflowId }) {
			await stage.client.api('POST', `/executions/${id}/retry`, { loadWorkflow: false });
			return await nextEnded(workflowId);
		},
		async close() {
			await Promise.all(Object.values(running).map(async (n8n) => await n8n.stop()));
			await stage.close();
			await database.end();
			await queue.stop();
		},
	};
}
