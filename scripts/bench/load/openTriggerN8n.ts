import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator } from '../../../simulator/createSimulator.ts';
import { simulatorCredential } from '../../demo/simulatorCredential.ts';
import { installPack } from '../../n8n/installPack.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nNode, StoredN8nWorkflow } from '../../n8n/N8nWorkflow.ts';
import { startN8n, type RunningN8n } from '../../n8n/startN8n.ts';

/** What to open. */
export interface TriggerN8nOptions {
	/** An empty folder; it holds everything that n8n and the pack write. */
	folder: string;
	/** Folder of a second pack to install, as n8n would find it. */
	otherPack?: string;
	/** Aborting it gives the start up. */
	signal?: AbortSignal;
	/** Registers what has to be ended. */
	atEnd(end: () => Promise<void>): void;
}

/** A real n8n with the pack, and a stand-in for Meta at which its triggers can register. */
export interface TriggerN8n {
	/** The n8n that runs; another one after `restart`. */
	n8n: RunningN8n;
	client: N8nClient;
	/** The credential that joins n8n and the stand-in. */
	credential: { id: string; name: string };
	/** Signs the webhooks. */
	appSecret: string;
	/** How many messages the stand-in has got. */
	sentCount(): number;
	/** File in which the pack keeps its sessions. */
	storePath: string;
	/** Publishes a workflow of one node; gives it as stored, with the webhook ID that n8n has made. */
	publishAlone(node: Pick<N8nNode, 'name' | 'type' | 'typeVersion'> & Partial<N8nNode>): Promise<StoredN8nWorkflow>;
	/** Starts n8n again on the same data and port, with other environment variables, after it was stopped or killed. */
	restart(env?: Record<string, string>): Promise<void>;
}

function copyPack(pack: string, userFolder: string): void {
	const { name } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')) as { name: string };
	cpSync(pack, join(userFolder, '.n8n', 'nodes', 'node_modules', name), { recursive: true });
}

/** Starts n8n and the stand-in for Meta. */
export async function openTriggerN8n({ folder, otherPack, signal, atEnd }: TriggerN8nOptions): Promise<TriggerN8n> {
	const userFolder = join(folder, 'n8n');
	installPack({ userFolder });
	if (otherPack !== undefined) copyPack(otherPack, userFolder);
	// Every answer is counted.
	const simulator = await createSimulator({ mostMessages: Infinity });
	atEnd(async () => await simulator.close());
	const n8n = await startN8n({ userFolder, signal });
	const client = await N8nClient.connect(n8n.url);
	const storePath = join(folder, 'sessions.sqlite');
	const wanted = simulatorCredential(simulator.url);
	const data = { ...wanted.data, embeddedStorePath: storePath };
	const credential = { id: await client.saveCredential({ ...wanted, data }), name: wanted.name };
	const opened: TriggerN8n = {
		n8n,
		client,
		credential,
		appSecret: String(wanted.data.appSecret),
		storePath,
		sentCount: () => simulator.sent().length,
		async publishAlone(node) {
			const whole = { id: node.name, position: [0, 0], parameters: {}, ...node };
			const { id } = await client.createWorkflow({ name: node.name, nodes: [whole], connections: {} });
			await client.publish(id);
			return await client.getWorkflow(id);
		},
		async restart(env) {
			opened.n8n = await startN8n({ userFolder, env, port: Number(new URL(n8n.url).port), signal });
		},
	};
	atEnd(async () => await (signal?.aborted ? opened.n8n.kill9() : opened.n8n.stop()));
	return opened;
}
