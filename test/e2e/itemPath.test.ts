import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installPack } from '../../scripts/n8n/installPack';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import { N8nClient } from '../../scripts/n8n/N8nClient';
import type { N8nNode, N8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { toProbeParameters, type ProbedCell } from '../support/createReaderProbe';
import { CORPUS, type CorpusPart } from '../support/itemPathCorpus';

const SUPPORT = join(__dirname, '..', 'support');
const RUN_TIMEOUT_MS = 120_000;

/** A node that gives the items of one part of the corpus, made in n8n's own process: JSON would lose half of them. */
const itemsNode = `
const { CORPUS } = require(${JSON.stringify(join(SUPPORT, 'itemPathCorpus.ts'))});
exports.CorpusItems = class {
	description = {
		displayName: 'Corpus Items', name: 'corpusItems', group: ['transform'], version: 1, description: '',
		defaults: { name: 'Corpus Items' }, inputs: ['main'], outputs: ['main'],
		properties: [{ displayName: 'Part', name: 'part', type: 'number', default: 0 }],
	};
	async execute() {
		return [CORPUS[this.getNodeParameter('part', 0)].items().map((json) => ({ json }))];
	}
};`;

/** The probe, looking at the modules of the installed pack; one node type for each part of the corpus. */
const probeNode = (pack: string, part: number) => `
const { Expression } = require('n8n-workflow');
const { createReaderProbe } = require(${JSON.stringify(join(SUPPORT, 'createReaderProbe.ts'))});
const { CORPUS } = require(${JSON.stringify(join(SUPPORT, 'itemPathCorpus.ts'))});
const { createParameterReader } = require(${JSON.stringify(join(pack, 'dist/nodes/shared/n8n/parameters/createParameterReader.js'))});
const { readItemPath, toItemPath } = require(${JSON.stringify(join(pack, 'dist/nodes/shared/n8n/parameters/readItemPath.js'))});
exports.ReaderProbe${part} = class {
	constructor() {
		const probe = createReaderProbe({ createParameterReader, readItemPath, toItemPath }, CORPUS[${part}].expressions);
		this.description = { ...probe.description, name: 'readerProbe${part}' };
		this.execute = async function () {
			const [[item]] = await probe.execute.call(this);
			return [[{ json: { ...item.json, engine: Expression.getActiveImplementation() } }]];
		};
	}
};`;

function writeNodes(folder: string, pack: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'CorpusItems.node.js'), itemsNode);
	CORPUS.forEach((_, part) => writeFileSync(join(folder, `ReaderProbe${part}.node.js`), probeNode(pack, part)));
}

function toWorkflow({ name, expressions }: CorpusPart, part: number): N8nWorkflow {
	const node = (node: Pick<N8nNode, 'name' | 'type' | 'parameters'>): N8nNode => ({
		...node,
		id: node.name,
		typeVersion: 1,
		position: [0, 0],
	});
	return {
		name,
		nodes: [
			node({ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
			node({ name: 'Items', type: 'CUSTOM.corpusItems', parameters: { part } }),
			node({ name: 'Probe', type: `CUSTOM.readerProbe${part}`, parameters: toProbeParameters(expressions) }),
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Probe', type: 'main', index: 0 }]] },
		},
	};
}

describe('the plain-path shortcut', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'whatsapp-session-item-path-'));
	let n8n: RunningN8n;
	let client: N8nClient;

	beforeAll(async () => {
		const custom = join(userFolder, 'custom');
		writeNodes(custom, installPack({ userFolder }));
		n8n = await startN8n({ userFolder, env: { N8N_CUSTOM_EXTENSIONS: custom } });
		client = await N8nClient.connect(n8n.url);
	}, 240_000);

	afterAll(async () => {
		await n8n?.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	describe.each(CORPUS.map((part, index) => ({ ...part, index })))("beside n8n's default engine: $name", (part) => {
		let cells: ProbedCell[];
		let engine: unknown;

		beforeAll(async () => {
			const { id } = await client.createWorkflow(toWorkflow(part, part.index));
			const { executionId } = await client.run(id, 'Start');
			const execution = await client.waitForExecution(executionId ?? '', RUN_TIMEOUT_MS);
			expect(execution.data?.resultData.error?.message).toBeUndefined();
			const [result] = itemsOf(execution, 'Probe');
			cells = result?.cells as ProbedCell[];
			engine = result?.engine;
		}, 2 * RUN_TIMEOUT_MS);

		it('runs in the isolated engine', () => {
			expect(engine).toBe('vm');
		});

		it('gives the same value or the same failure for every expression and item', () => {
			expect(cells).toHaveLength(2 * part.expressions.length * part.items().length);
			expect(cells.filter(({ n8n, reader }) => reader !== n8n)).toEqual([]);
		});

		it('answers only what n8n would answer when it takes the shortcut', () => {
			const answered = cells.filter(({ shortcut }) => shortcut !== undefined);
			expect(answered.length).toBeGreaterThan(300);
			expect(answered.filter(({ n8n, shortcut }) => shortcut !== n8n)).toEqual([]);
		});
	});
});
