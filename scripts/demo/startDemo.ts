import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator } from '../../simulator/createSimulator.ts';
import type { Simulator } from '../../simulator/Simulator.ts';
import { findFreePort } from '../n8n/findFreePort.ts';
import { installPack } from '../n8n/installPack.ts';
import { N8nClient } from '../n8n/N8nClient.ts';
import { startN8n, type RunningN8n } from '../n8n/startN8n.ts';
import { callbackUrl } from './callbackUrl.ts';
import type { DemoState } from './DemoState.ts';
import { importExample } from './importExample.ts';
import { seedConversations } from './seedConversations.ts';
import { simulatorCredential } from './simulatorCredential.ts';

const N8N_PORT = 5678;
const SIMULATOR_PORT = 4600;

/** What a start of the demo needs. */
export interface DemoStart {
	/** Folder of the demo; everything it keeps is in there. */
	folder: string;
	state: DemoState;
	/** Aborting it gives the start up; what runs by then is in `cleanUp`. */
	signal: AbortSignal;
	/** Filled while things start; to be called in reverse order. */
	cleanUp: Array<() => Promise<void>>;
	/** Told what happens. */
	say: (line: string) => void;
}

/** The usual port, or the next free one, and says so. */
async function choosePort(usual: number, { say }: DemoStart): Promise<number> {
	const port = await findFreePort(usual);
	if (port !== usual) say(`Port ${usual} is taken, so ${port} is used`);
	return port;
}

async function startSimulator(start: DemoStart): Promise<Simulator> {
	const { cleanUp, say } = start;
	say('Starting WhatsApp (the simulator)');
	const simulator = await createSimulator({ port: await choosePort(SIMULATOR_PORT, start) });
	cleanUp.push(() => simulator.close());
	return simulator;
}

async function bootN8n(start: DemoStart): Promise<RunningN8n> {
	const { folder, state, signal, cleanUp, say } = start;
	say('Starting n8n (about ten seconds)');
	const userFolder = join(folder, 'n8n');
	installPack({ userFolder });
	// The simulator begins anew at every start; windows that it knows nothing of would only confuse.
	rmSync(join(userFolder, '.n8n', 'whatsapp-session'), { recursive: true, force: true });
	const port = await choosePort(N8N_PORT, start);
	const n8n = await startN8n({ userFolder, port, signal, logFile: join(folder, 'n8n.log') });
	cleanUp.push(() => n8n.stop());
	state.update({ pid: process.pid, n8nPid: n8n.process.pid, n8nUrl: n8n.url });
	return n8n;
}

/** Credential, workflows and callback URL, each only when it is not there yet. */
async function connect({ state, signal, say }: DemoStart, n8n: RunningN8n, simulator: Simulator): Promise<void> {
	say('Bringing in the example workflows');
	const client = await N8nClient.connect(n8n.url);
	const wanted = simulatorCredential(simulator.url);
	const credential = { id: await client.saveCredential(wanted), name: wanted.name };
	signal.throwIfAborted();
	const support = await importExample(client, state, credential, 'support-auto-reply');
	await importExample(client, state, credential, 'appointment-reminder');
	await importExample(client, state, credential, 'order-update');
	await importExample(client, state, credential, 'opt-in-by-form');
	await importExample(client, state, credential, 're-engagement-campaign');
	await importExample(client, state, credential, 'window-closing-reminder');
	await importExample(client, state, credential, 'book-an-appointment');
	await importExample(client, state, credential, 'keep-and-nudge');
	await importExample(client, state, credential, 'abandoned-cart');
	signal.throwIfAborted();
	const url = callbackUrl(n8n.url, support);
	await simulator.subscribe({ callbackUrl: url, verifyToken: wanted.data.verifyToken, verify: support.active });
	await seedConversations(simulator);
}

/** Starts the simulator and n8n and joins the two. */
export async function startDemo(start: DemoStart): Promise<{ n8n: RunningN8n; simulator: Simulator }> {
	const simulator = await startSimulator(start);
	const n8n = await bootN8n(start);
	await connect(start, n8n, simulator);
	start.signal.throwIfAborted();
	return { n8n, simulator };
}
