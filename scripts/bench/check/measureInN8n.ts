import { join } from 'node:path';
import { installPack } from '../../n8n/installPack.ts';
import { N8nClient } from '../../n8n/N8nClient.ts';
import { startN8n } from '../../n8n/startN8n.ts';
import type { BenchStage } from '../Bench.ts';
import { checkCases, LARGE_STORE, type CheckCase } from './checkCases.ts';
import { createTable } from './createTable.ts';
import { expectAnswers } from './expectAnswers.ts';
import { measure } from './measure.ts';
import { orderItems } from './orderItems.ts';
import { runRounds, type Timing } from './runRounds.ts';
import { sampleCredential } from './sampleCredential.ts';
import { checkWorkflow, handMadeWorkflow, ifWorkflow, noOpWorkflow, type MeasuredWorkflow } from './workflows.ts';

/** The workflow of a case, with what it needs in n8n. */
async function prepare(client: N8nClient, { name, kind, items, sessions }: CheckCase, stores: Map<number, string>) {
	if (kind === 'if') return ifWorkflow(name);
	if (kind === 'noOp') return noOpWorkflow(name);
	if (kind === 'handMade') return handMadeWorkflow(name, await createTable(client, items, LARGE_STORE));
	const data = sampleCredential(stores.get(sessions ?? 0) ?? '');
	const credential = { name: `Store of ${sessions}`, type: 'whatsAppSessionApi', data };
	return checkWorkflow(name, { id: await client.saveCredential(credential), name: credential.name });
}

async function publish(client: N8nClient, workflow: MeasuredWorkflow): Promise<MeasuredWorkflow & { id: string }> {
	const { id } = await client.createWorkflow(workflow.workflow);
	await client.publish(id);
	return { ...workflow, id };
}

/**
 * Measures the cases in one real n8n with its default settings.
 *
 * @param stores - path of each store, by its number of sessions
 * @throws {Error} when an answer is wrong: a fast wrong answer is no figure
 */
export async function measureInN8n(stage: BenchStage, stores: Map<number, string>): Promise<Record<string, Timing>> {
	const { folder, signal, atEnd, say } = stage;
	const userFolder = join(folder, 'n8n');
	installPack({ userFolder });
	say('Starting n8n');
	const n8n = await startN8n({ userFolder, signal });
	let ended: Promise<void> | undefined;
	const end = () => (ended ??= signal.aborted ? n8n.kill9() : n8n.stop());
	atEnd(end);
	const client = await N8nClient.connect(n8n.url);
	const workflows = new Map<string, MeasuredWorkflow & { id: string }>();
	for (const each of checkCases) {
		signal.throwIfAborted();
		workflows.set(each.name, await publish(client, await prepare(client, each, stores)));
	}
	say('Measuring in n8n, one warm-up round and five that count (three to six minutes)');
	const run = async ({ name, kind, items, sessions = LARGE_STORE }: CheckCase) => {
		const workflow = workflows.get(name);
		if (!workflow) throw new Error(`There is no workflow for ${name}.`);
		const { ms, counts } = await measure(client, workflow, orderItems(items, sessions), signal);
		if (kind === 'check' || kind === 'handMade') expectAnswers(name, counts, items, sessions);
		return ms;
	};
	const timings = await runRounds<CheckCase>(checkCases, run, signal);
	await end();
	return timings;
}
