import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { simulatorCredential } from '../../demo/simulatorCredential.ts';
import { installPack } from '../../n8n/installPack.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import { startN8n } from '../../n8n/startN8n.ts';
import type { BenchStage } from '../Bench.ts';
import type { MeasuredWorkflow, Reference } from '../check/workflows.ts';

/** A real n8n with both senders. */
export interface TemplateN8n {
	client: N8nClient;
	/** The credential of this pack, with a store of its own and the address of a stand-in for Meta, which may change. */
	saveSessionCredential(metaUrl: string): Promise<Reference>;
	/** The credential of n8n's own node, which has no address. */
	saveBuiltInCredential(): Promise<Reference>;
	/** Publishes a workflow; gives it with its ID. */
	publish(workflow: MeasuredWorkflow): Promise<MeasuredWorkflow & { id: string }>;
	stop(): Promise<void>;
}

function installBuiltInSender(userFolder: string): void {
	const pack = join(projectFolder(), 'scripts', 'bench', 'template', 'builtInSender');
	cpSync(pack, join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-bench-built-in-sender'), { recursive: true });
}

/**
 * Starts n8n with its default settings.
 *
 * @param storePath - SQLite file of the sessions
 * @param builtInMetaUrl - where n8n's own node finds Meta; it reads that once, when n8n starts
 */
export async function openTemplateN8n(
	{ folder, signal, atEnd }: BenchStage,
	storePath: string,
	builtInMetaUrl: string,
): Promise<TemplateN8n> {
	const userFolder = join(folder, 'n8n');
	installPack({ userFolder });
	installBuiltInSender(userFolder);
	const n8n = await startN8n({ userFolder, env: { BENCH_GRAPH_URL: builtInMetaUrl }, signal });
	let ended: Promise<void> | undefined;
	const stop = () => (ended ??= signal.aborted ? n8n.kill9() : n8n.stop());
	atEnd(stop);
	const client = await N8nClient.connect(n8n.url);
	const save = async (name: string, type: string, data: Record<string, unknown>) => {
		return { id: await client.saveCredential({ name, type, data }), name };
	};
	return {
		client,
		stop,
		async saveSessionCredential(metaUrl) {
			const { name, type, data } = simulatorCredential(metaUrl);
			return await save(name, type, { ...data, embeddedStorePath: storePath });
		},
		async saveBuiltInCredential() {
			const { accessToken, businessAccountId } = simulatorCredential(builtInMetaUrl).data;
			return await save('WhatsApp', 'whatsAppApi', { accessToken, businessAccountId });
		},
		async publish(workflow) {
			const { id } = await client.createWorkflow(workflow.workflow);
			await client.publish(id);
			return { ...workflow, id };
		},
	};
}
