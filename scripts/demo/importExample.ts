import { createHash } from 'node:crypto';
import type { N8nClient } from '../n8n/N8nClient.ts';
import type { N8nWorkflow, StoredN8nWorkflow } from '../n8n/N8nWorkflow.ts';
import type { DemoState, ImportedExample } from './DemoState.ts';
import type { ExampleName } from './exampleNames.ts';
import { pickCredential } from './pickCredential.ts';
import { readExample } from './readExample.ts';

const hashOf = (workflow: N8nWorkflow) => createHash('sha256').update(JSON.stringify(workflow)).digest('hex');

async function findImported(client: N8nClient, known: ImportedExample | undefined, name: string) {
	const byId = known && (await client.getWorkflow(known.workflowId).catch(() => undefined));
	return byId ?? (await client.findWorkflow(name));
}

/** Whether nobody has edited the stored workflow since the demo has put it there. */
function isUntouched(stored: StoredN8nWorkflow, known: ImportedExample | undefined): boolean {
	return known?.workflowId === stored.id && known.versionId === stored.versionId;
}

/**
 * Brings an example into the demo's n8n and publishes it.
 *
 * A workflow that is there already is left alone, unless the example's file has changed and nobody has edited the
 * workflow since.
 *
 * @returns the workflow as n8n has stored it
 */
export async function importExample(
	client: N8nClient,
	state: DemoState,
	credential: { id: string; name: string },
	example: ExampleName,
): Promise<StoredN8nWorkflow> {
	const workflow = readExample(example);
	const fileHash = hashOf(workflow);
	const known = state.contents.examples[example];
	const stored = await findImported(client, known, workflow.name);
	if (stored && (!isUntouched(stored, known) || known?.fileHash === fileHash)) return stored;
	const filled = pickCredential(workflow, credential);
	const saved = stored ? await client.updateWorkflow(stored.id, filled) : await client.createWorkflow(filled);
	await client.publish(saved.id);
	const published = await client.getWorkflow(saved.id);
	const note = { workflowId: saved.id, versionId: String(published.versionId), fileHash };
	state.update({ examples: { ...state.contents.examples, [example]: note } });
	return published;
}
