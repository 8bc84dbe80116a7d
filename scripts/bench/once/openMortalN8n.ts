import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../../../simulator/Simulator.ts';
import { createSimulator } from '../../../simulator/createSimulator.ts';
import { callbackUrl } from '../../demo/callbackUrl.ts';
import { simulatorCredential } from '../../demo/simulatorCredential.ts';
import { installPack } from '../../n8n/installPack.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import { startN8n, type RunningN8n } from '../../n8n/startN8n.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { BenchStage } from '../Bench.ts';
import type { Reference } from '../check/workflows.ts';
import type { Random } from '../crash/createRandom.ts';
import type { Ending, Place } from './RoundKind.ts';
import { startQueue } from './startQueue.ts';
import { startSlowNetwork } from './startSlowNetwork.ts';

/** How an n8n is opened. */
export type MortalN8nOptions = Pick<BenchStage, 'folder' | 'signal' | 'atEnd'> & { place: Place; random: Random };

/** A real n8n that can be ended at any moment, and the stand-in for Meta it sends to and hears from. */
export interface MortalN8n {
	place: Place;
	url: string;
	client: N8nClient;
	credential: Reference;
	simulator: Simulator;
	/**
	 * Ends the process that works on an execution, or in queue mode the main process now and then, and starts it again on the
	 * same data. Settles when n8n is ready.
	 */
	end(how: Exclude<Ending, 'stop'>, executionId: string): Promise<void>;
}

const WORKERS = 2;
const MAIN = 0;
// In queue mode one of so many ends the main process and not the worker.
const MAIN_ENDS = 3;
// An n8n that is asked to end waits 30 s for its executions; it would always be in time.
const PATIENCE = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '1' };
const TWO_MINUTES_OF_RETRIES = Array.from({ length: 240 }, () => 500);

async function listen({ client, credential, simulator, url, signal }: MortalN8n & { signal: AbortSignal }): Promise<void> {
	const name = 'WhatsApp Session Trigger';
	const trigger = {
		id: name,
		name,
		type: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters: { registration: 'manual' },
		credentials: { whatsAppSessionApi: credential },
	};
	const { id } = await client.createWorkflow({ name, nodes: [trigger], connections: {} });
	await client.publish(id);
	const callback = callbackUrl(url, await client.getWorkflow(id));
	const look = async () => (await fetch(callback, { signal })).status !== 404;
	await waitUntil(look, { what: 'the trigger to listen', signal });
	const { verifyToken } = simulatorCredential(simulator.url).data;
	await simulator.subscribe({ callbackUrl: callback, verifyToken, verify: true });
}

/** Starts n8n and the stand-in for Meta, whose statuses a trigger listens to. */
export async function openMortalN8n({ folder, place, random, signal, atEnd }: MortalN8nOptions): Promise<MortalN8n> {
	const home = join(folder, place);
	mkdirSync(home);
	const simulator = await createSimulator({ retryPausesMs: TWO_MINUTES_OF_RETRIES });
	atEnd(async () => await simulator.close());
	const network = await startSlowNetwork(simulator.url, random);
	atEnd(network.close);
	const queue = place === 'queue' ? await startQueue(home, atEnd) : undefined;
	const env = { ...PATIENCE, ...queue?.env };
	// A machine each: a worker looks for what it left unfinished in the log on its own disk.
	const names = ['main', ...(queue ? Array.from({ length: WORKERS }, (_, index) => `worker-${index + 1}`) : [])];
	const processes: RunningN8n[] = [];
	const start = async (index: number, port?: number) => {
		const command = [index === MAIN ? 'start' : 'worker'];
		processes[index] = await startN8n({ userFolder: join(home, names[index] ?? ''), env, command, port, signal });
	};
	const finish = (n8n: RunningN8n) => (signal.aborted ? n8n.kill9() : n8n.stop());
	atEnd(async () => void (await Promise.all(processes.map(finish))));
	for (const [index, name] of names.entries()) {
		installPack({ userFolder: join(home, name) });
		await start(index);
	}
	const url = processes[MAIN]?.url ?? '';
	const client = await N8nClient.connect(url);
	const wanted = simulatorCredential(network.url);
	const store = queue
		? { sessionStore: 'postgres', postgresUrl: queue.postgresUrl }
		: { embeddedStorePath: join(home, 'sessions.sqlite') };
	const id = await client.saveCredential({ ...wanted, data: { ...wanted.data, ...store } });
	const opened: MortalN8n = {
		place,
		url,
		client,
		credential: { id, name: wanted.name },
		simulator,
		async end(how, executionId) {
			const worker = processes.findIndex(({ logs }) => logs.some((line) => line.includes(`Worker started execution ${executionId} `)));
			const index = worker < 0 || random(MAIN_ENDS) === 0 ? MAIN : worker;
			await (how === 'kill9' ? processes[index]?.kill9() : processes[index]?.stop());
			await start(index, Number(new URL(processes[index]?.url ?? url).port));
		},
	};
	await listen({ ...opened, signal });
	return opened;
}
