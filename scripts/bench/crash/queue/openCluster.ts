import { join } from 'node:path';
import { createSimulator } from '../../../../simulator/createSimulator.ts';
import type { Simulator } from '../../../../simulator/Simulator.ts';
import { callbackUrl } from '../../../demo/callbackUrl.ts';
import { simulatorCredential } from '../../../demo/simulatorCredential.ts';
import { findFreePort } from '../../../n8n/findFreePort.ts';
import { N8nClient } from '../../../n8n/N8nClient.ts';
import type { BenchStage } from '../../Bench.ts';
import { createN8nProcess } from './createN8nProcess.ts';
import { createPostgres } from './createPostgres.ts';
import { createRedis } from './createRedis.ts';
import { echoWorkflow } from './echoWorkflow.ts';
import type { Mortal } from './Mortal.ts';

/** An n8n of many processes, all of which may be killed. */
export interface Cluster {
	mortals: Mortal[];
	/** Where webhooks may be posted: one address for each webhook process. */
	urls: string[];
	client: N8nClient;
	workflowId: string;
	/** Postgres of n8n and of the pack. */
	postgresUrl: string;
	appSecret: string;
	simulator: Simulator;
}

const ENDINGS = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '1', EXECUTIONS_DATA_PRUNE: 'false' };
// By default n8n looks after three hours for executions that have fallen out of its queue, and for a hundred at a time.
const RECOVERY = { N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1', N8N_EXECUTIONS_QUEUE_RECOVERY_BATCH: '5000' };

/** Starts Redis, Postgres, a main process, two workers and two webhook processes, and a workflow that answers every message. */
export async function openCluster({ folder, signal, atEnd, say }: BenchStage, isRedisDurable: boolean): Promise<Cluster> {
	// Every answer is counted in the end.
	const simulator = await createSimulator({ mostMessages: Infinity });
	atEnd(async () => await simulator.close());
	const redisPort = await findFreePort();
	const redis = createRedis(join(folder, 'redis'), redisPort, isRedisDurable);
	await redis.start();
	atEnd(async () => await redis.stop());
	const postgres = await createPostgres(folder);
	atEnd(async () => await postgres.stop());
	const queue = { EXECUTIONS_MODE: 'queue', QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(redisPort) };
	const env = { ...postgres.env, ...queue, ...ENDINGS, ...RECOVERY };
	const processes: Mortal[] = [];
	const ports: Record<string, number[]> = { main: [], worker: [], webhook: [] };
	for (const kind of ['main', 'worker', 'worker', 'webhook', 'webhook'] as const) {
		const port = await findFreePort();
		const made = createN8nProcess({ kind, folder: join(folder, `${kind}-${port}`), port, env, signal });
		say(`Starting a ${kind}`);
		await made.start();
		atEnd(async () => await made.stop());
		processes.push(made);
		ports[kind]?.push(port);
	}
	const client = await N8nClient.connect(`http://localhost:${ports.main?.[0]}`);
	const { DB_POSTGRESDB_USER: user, DB_POSTGRESDB_PASSWORD: password, DB_POSTGRESDB_PORT: port, DB_POSTGRESDB_DATABASE: name } = postgres.env;
	const postgresUrl = `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
	const wanted = simulatorCredential(simulator.url);
	const data = { ...wanted.data, sessionStore: 'postgres', postgresUrl };
	const credential = { id: await client.saveCredential({ ...wanted, data }), name: wanted.name };
	const { id } = await client.createWorkflow(echoWorkflow(credential));
	await client.publish(id);
	const workflow = await client.getWorkflow(id);
	const urls = (ports.webhook ?? []).map((each) => callbackUrl(`http://127.0.0.1:${each}`, workflow));
	return { mortals: [redis, postgres, ...processes], urls, client, workflowId: id, postgresUrl, appSecret: String(wanted.data.appSecret), simulator };
}
