import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { callbackUrl } from '../../scripts/demo/callbackUrl';
import type { ExampleName } from '../../scripts/demo/exampleNames';
import { pickCredential } from '../../scripts/demo/pickCredential';
import { readExample } from '../../scripts/demo/readExample';
import { simulatorCredential } from '../../scripts/demo/simulatorCredential';
import { installPack } from '../../scripts/n8n/installPack';
import { N8nClient } from '../../scripts/n8n/N8nClient';
import type { N8nWorkflow, StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { createSimulator } from '../../simulator/createSimulator';
import type { Simulator } from '../../simulator/Simulator';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions';

/** What a stage is made of; everything has a default. */
export interface StageOptions {
	/** Environment variables for n8n on top of the usual ones. */
	env?: Record<string, string>;
	simulator?: SimulatorOptions;
	/** Fields of the credential that differ from the simulator's. */
	credential?: Record<string, string>;
}

/** A credential that n8n has stored. */
export interface StageCredential {
	id: string;
	name: string;
}

/** A real n8n with the packed pack, a stand-in for Meta, and a credential that joins the two. */
export interface Stage {
	/** The n8n that runs; another one after `restart`. */
	n8n: RunningN8n;
	simulator: Simulator;
	client: N8nClient;
	credential: StageCredential;
	userFolder: string;
	/** Stores a credential that differs from the stage's own in some fields. */
	addCredential(name: string, changes: Record<string, string>): Promise<StageCredential>;
	/** Stores a workflow with a credential picked, the stage's own by default, and publishes it. */
	publish(workflow: N8nWorkflow, credential?: StageCredential): Promise<StoredN8nWorkflow>;
	/** Stores and publishes one of `examples/`. */
	importExample(name: ExampleName): Promise<StoredN8nWorkflow>;
	/** Lets the simulator post its webhooks to a workflow's trigger, after Meta's handshake. */
	connect(workflow: StoredN8nWorkflow): Promise<void>;
	/** Starts n8n again on the same data and port, after `n8n.stop()` or `n8n.kill9()`. Webhooks are held back until it is ready. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a stage in about ten seconds; one for each test file, in `beforeAll`, and `close()` in `afterAll`. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
	const userFolder = mkdtempSync(join(tmpdir(), 'whatsapp-session-e2e-'));
	installPack({ userFolder });
	const simulator = await createSimulator({ statusDelayMs: 20, ...options.simulator });
	// Nobody closes a stage that was never there, and what it had open would keep the tests from ending.
	const clear = async () => {
		await simulator.close();
		rmSync(userFolder, { recursive: true, force: true });
	};
	const n8n = await startN8n({ userFolder, env: options.env }).catch(async (error: unknown) => {
		await clear();
		throw error;
	});
	const client = await N8nClient.connect(n8n.url);
	const wanted = simulatorCredential(simulator.url);
	const data = { ...wanted.data, ...options.credential };
	const addCredential = async (name: string, changes: Record<string, string>) => {
		const id = await client.saveCredential({ ...wanted, name, data: { ...data, ...changes } });
		return { id, name };
	};
	const credential = await addCredential(wanted.name, {});
	const stage: Stage = {
		n8n,
		simulator,
		client,
		credential,
		userFolder,
		addCredential,
		async publish(workflow, picked = credential) {
			const { id } = await client.createWorkflow(pickCredential(workflow, picked));
			await client.publish(id);
			return await client.getWorkflow(id);
		},
		importExample: async (name) => await stage.publish(readExample(name)),
		async connect(workflow) {
			const { verifyToken } = data;
			await simulator.subscribe({ callbackUrl: callbackUrl(n8n.url, workflow), verifyToken, verify: true });
		},
		async restart() {
			// While it starts n8n answers every webhook with 200, and forgets it (docs/benchmarks.md): what a proxy in front of it would do.
			simulator.setDelivery({ paused: true });
			stage.n8n = await startN8n({ userFolder, env: options.env, port: Number(new URL(n8n.url).port) });
			simulator.setDelivery({ paused: false });
		},
		async close() {
			await stage.n8n.stop();
			await clear();
		},
	};
	return stage;
}
