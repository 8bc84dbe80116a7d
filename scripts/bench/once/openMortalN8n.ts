import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator } from '../../../simulator/createSimulator.ts';
import type { Simulator } from '../../../simulator/Simulator.ts';
import { callbackUrl } from '../../demo/callbackUrl.ts';
import { simulatorCredential } from '../../demo/simulatorCredential.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { BenchStage } from '../Bench.ts';
import type { Reference } from '../check/workflows.ts';
import type { Random } from '../crash/createRandom.ts';
import type { Place } from './RoundKind.ts';
import { startProcesses, type N8nProcesses } from './startProcesses.ts';
import { startQueue } from './startQueue.ts';
import { startSlowNetwork } from './startSlowNetwork.ts';

/** How an n8n is opened. */
export type MortalN8nOptions = Pick<BenchStage, 'folder' | 'signal' | 'atEnd'> & { place: Place; random: Random };

/** A real n8n that can be ended at any moment, and the stand-in for Meta it sends to and hears from. */
export interface MortalN8n extends N8nProcesses {
	place: Place;
	client: N8nClient;
	/** The credential that joins the two. */
	credential: Reference;
	simulator: Simulator;
}

const WORKERS = 2;
// An n8n that is asked to end waits 30 s for its executions; it would always be in time.
const PATIENCE = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '1' };
const TWO_MINUTES_OF_RETRIES = Array.from({ length: 240 }, () => 500);

/** Publishes a trigger, and lets the stand-in for Meta report to it what becomes of the messages. */
async function listen({ client, credential, simulator, url }: MortalN8n, signal: AbortSignal): Promise<void> {
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
export async function openMortalN8n({ folder: whole, place, random, signal, atEnd }: MortalN8nOptions): Promise<MortalN8n> {
	const folder = join(whole, place);
	mkdirSync(folder);
	const simulator = await createSimulator({ retryPausesMs: TWO_MINUTES_OF_RETRIES });
	atEnd(async () => await simulator.close());
	const network = await startSlowNetwork(simulator.url, random);
	atEnd(network.close);
	const queue = place === 'queue' ? await startQueue(folder, atEnd) : undefined;
	const env = { ...PATIENCE, ...queue?.env };
	const processes = await startProcesses({ folder, workers: queue ? WORKERS : 0, env, random, signal, atEnd });
	const client = await N8nClient.connect(processes.url);
	const { name, type, data } = simulatorCredential(network.url);
	const embedded = { embeddedStorePath: join(folder, 'sessions.sqlite') };
	const store = queue ? { sessionStore: 'postgres', postgresUrl: queue.postgresUrl } : embedded;
	const id = await client.saveCredential({ name, type, data: { ...data, ...store } });
	const opened: MortalN8n = { ...processes, place, client, credential: { id, name }, simulator };
	await listen(opened, signal);
	return opened;
}
