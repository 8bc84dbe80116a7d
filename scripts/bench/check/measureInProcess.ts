import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { findN8n } from '../../n8n/findN8n.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { BenchStage } from '../Bench.ts';
import { checkCases, LARGE_STORE, type CheckCase } from './checkCases.ts';
import { expectAnswers } from './expectAnswers.ts';
import { InProcessN8n, type InProcessRun } from './InProcessN8n.ts';
import { orderItems } from './orderItems.ts';
import { runRounds, type Timing } from './runRounds.ts';
import { sampleCredential } from './sampleCredential.ts';
import { checkParameters, ifOnOrder } from './workflows.ts';

interface Pack {
	SessionWindowCheck: new () => INodeType;
	openStore: (config: { kind: 'embedded'; path: string }) => Store;
}

function loadPack(): Pack {
	const require = createRequire(import.meta.url);
	const nodes = join(projectFolder(), 'dist', 'nodes');
	return {
		...(require(join(nodes, 'SessionWindowCheck', 'SessionWindowCheck.node.js')) as Pack),
		...(require(join(nodes, 'shared', 'store', 'openStore.js')) as Pack),
	};
}

/**
 * Measures the same nodes in n8n's engine alone: both run in this process, and no expression crosses into an isolate.
 *
 * @param stores - path of each store, by its number of sessions
 */
export async function measureInProcess(stage: BenchStage, stores: Map<number, string>): Promise<Record<string, Timing>> {
	const { folder, signal, atEnd, say } = stage;
	say('Measuring in process');
	const { SessionWindowCheck, openStore } = loadPack();
	for (const path of stores.values()) atEnd(async () => await openStore({ kind: 'embedded', path }).close());
	const n8n = new InProcessN8n(findN8n().folder, join(folder, 'in-process'));
	const IfNode = n8n.loadNode('If/V2/IfV2.node.js', 'IfV2');
	const ifNode: Omit<InProcessRun, 'items'> = { node: new IfNode(), ...ifOnOrder(), typeVersion: 2.2 };

	const NoOp = n8n.loadNode('NoOp/NoOp.node.js', 'NoOp');

	const run = async ({ name, kind, items: count, sessions }: CheckCase) => {
		const items = orderItems(count, sessions ?? LARGE_STORE).map((json) => ({ json: { ...json } }));
		if (kind === 'noOp') return (await n8n.run({ node: new NoOp(), parameters: {}, typeVersion: 1, items })).ms;
		if (kind === 'if') return (await n8n.run({ ...ifNode, items })).ms;
		const credential = sampleCredential(stores.get(sessions ?? 0) ?? '');
		const check = { node: new SessionWindowCheck(), parameters: checkParameters, typeVersion: 1, credential };
		const { ms, outputs } = await n8n.run({ ...check, items });
		expectAnswers(name, outputs.map((output) => output.length), count, sessions ?? 0);
		return ms;
	};
	const cases: CheckCase[] = checkCases.filter(({ kind }) => kind !== 'handMade');
	return await runRounds(cases, run, signal);
}
