import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { callbackUrl } from '../../demo/callbackUrl.ts';
import { simulatorCredential } from '../../demo/simulatorCredential.ts';
import { createSimulator } from '../../../simulator/createSimulator.ts';
import { installPack } from '../../n8n/installPack.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import { startN8n } from '../../n8n/startN8n.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { BenchStage } from '../Bench.ts';
import { countExecutions } from '../load/countExecutions.ts';
import { runLoad } from '../load/runLoad.ts';
import { median } from '../median.ts';
import { startQueue } from '../once/startQueue.ts';
import { createWebhooks } from './createWebhooks.ts';
import type { TriggerRounds } from './measureTriggers.ts';
import type { TriggerCase } from './triggerCases.ts';

const PROCESSES = 2;
const CONNECTIONS = 32;

const one = { kind: 'trigger', updates: 1, connections: CONNECTIONS } as const;
const CASES = [
	{ name: 'message', label: 'a new message', update: 'message', startsExecution: true, ...one },
	{ name: 'status', label: 'an unwanted status', update: 'status', startsExecution: false, ...one },
] as const satisfies TriggerCase[];

/** Webhooks per second that the webhook processes of an n8n in queue mode have answered. */
export interface QueueFigures {
	/** By the name of the case, and the number of processes. */
	requestsPerSecond: Record<string, number>;
}

type Stage = Pick<BenchStage, 'folder' | 'signal' | 'atEnd'>;

/** Starts a main process, a worker and two webhook processes on one Postgres, where the pack keeps its sessions too. */
async function openQueue({ folder: whole, signal, atEnd }: Stage) {
	const folder = join(whole, 'queue');
	mkdirSync(folder, { mode: 0o755 });
	const simulator = await createSimulator();
	atEnd(async () => await simulator.close());
	const { env: shared, postgresUrl } = await startQueue(folder, atEnd);
	const env = { ...shared, N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
	const start = async (name: string, command: string) => {
		const userFolder = join(folder, name);
		installPack({ userFolder });
		const n8n = await startN8n({ userFolder, env, command: [command], signal });
		atEnd(async () => await n8n.kill9());
		return n8n;
	};
	const main = await start('main', 'start');
	await start('worker', 'worker');
	const urls: string[] = [];
	for (let index = 1; index <= PROCESSES; index++) urls.push((await start(`webhook-${index}`, 'webhook')).url);
	const client = await N8nClient.connect(main.url);
	const { name, type, data } = simulatorCredential(simulator.url);
	const id = await client.saveCredential({ name, type, data: { ...data, sessionStore: 'postgres', postgresUrl } });
	return { client, urls, credential: { id, name }, appSecret: String(data.appSecret) };
}

async function publish({ client, urls, credential }: Awaited<ReturnType<typeof openQueue>>, signal: AbortSignal) {
	const name = 'WhatsApp Session Trigger';
	const type = 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger';
	const node = { id: name, name, type, typeVersion: 2, position: [0, 0], parameters: { registration: 'manual' } };
	const nodes = [{ ...node, credentials: { whatsAppSessionApi: credential } }];
	const { id: workflowId } = await client.createWorkflow({ name, nodes, connections: {} });
	await client.publish(workflowId);
	const workflow = await client.getWorkflow(workflowId);
	const callbacks = urls.map((url) => callbackUrl(url, workflow));
	for (const url of callbacks) {
		const look = async () => await fetch(url, { signal }).then(({ status }) => status !== 404, () => false);
		await waitUntil(look, { what: `${url} to be there`, signal });
	}
	return { workflowId, callbacks };
}

/**
 * Measures how many webhooks a second one and two webhook processes answer, and makes sure that each message has started one execution.
 *
 * @throws {Error} when an execution is missing or one too many
 */
export async function measureQueue(stage: Stage, { rounds, durationMs }: TriggerRounds): Promise<QueueFigures> {
	const { signal } = stage;
	const queue = await openQueue(stage);
	const { workflowId, callbacks } = await publish(queue, signal);
	const webhooks = createWebhooks(queue.appSecret);
	const rates: Record<string, number[]> = {};
	let started = 0;
	for (let round = 0; round <= rounds; round++) {
		for (const each of CASES) {
			for (let processes = 1; processes <= PROCESSES; processes++) {
				const next = () => webhooks.next(each);
				const loads = callbacks
					.slice(0, processes)
					.map((url) => runLoad({ url, connections: CONNECTIONS / processes, durationMs, next, signal }));
				const results = await Promise.all(loads);
				const answered = results.flatMap(({ latenciesMs }) => latenciesMs).length;
				if (each.startsExecution) started += answered;
				const elapsedMs = Math.max(...results.map((result) => result.elapsedMs));
				if (round > 0) (rates[`${each.name}${processes}`] ??= []).push((answered * 1000) / elapsedMs);
				const look = async () => (await countExecutions(queue.client, workflowId, 'success')) >= started;
				await waitUntil(look, { what: `${started} executions in queue mode to succeed`, everyMs: 50, signal });
			}
		}
	}
	const all = await countExecutions(queue.client, workflowId);
	if (all !== started) throw new Error(`In queue mode ${all} executions were started; right would be ${started}.`);
	return { requestsPerSecond: Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)])) };
}
