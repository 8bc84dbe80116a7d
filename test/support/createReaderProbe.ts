import type { IExecuteFunctions, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import type { ParameterReader } from '../../nodes/shared/n8n/parameters/createParameterReader';

/** What the probe looks at: the pack's own modules, from its sources or from the installed pack. */
export interface ProbedModules {
	createParameterReader: (context: IExecuteFunctions) => ParameterReader;
	toItemPath: (raw: unknown) => string[] | undefined;
	readItemPath: (item: unknown, path: string[]) => { value: unknown } | undefined;
}

/** One parameter of one item, read in three ways; each as type and value, so that nothing is lost on the way out. */
export interface ProbedCell {
	itemIndex: number;
	parameter: string;
	expression: string;
	/** By n8n's own `getNodeParameter`. */
	n8n: string;
	/** By the pack's reader. */
	reader: string;
	/** By the shortcut; undefined where it leaves the answer to n8n. */
	shortcut?: string;
}

/**
 * Makes a node that reads every expression for every item, once as a plain parameter and once inside a resource locator.
 *
 * **WARNING:** n8n loads this file as it is: it may import types and nothing else.
 *
 * @returns its only output item holds the field `cells`
 */
export function createReaderProbe(modules: ProbedModules, expressions: string[]): INodeType {
	const shared = { default: '', displayName: 'Expression' };
	const modes = [{ displayName: 'By ID', name: 'id', type: 'string' as const }];
	return {
		description: {
			displayName: 'Reader Probe',
			name: 'readerProbe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Reader Probe' },
			inputs: ['main'],
			outputs: ['main'],
			properties: expressions.flatMap((_, index) => [
				{ ...shared, name: `plain${index}`, type: 'string' as const },
				{ ...shared, name: `locator${index}`, type: 'resourceLocator' as const, default: { mode: 'id', value: '' }, modes },
			]),
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const cells = probe(this, modules, expressions);
			return [[{ json: { cells: cells as unknown as INodeExecutionData['json'][] } }]];
		},
	};
}

/** The parameters of the probe, as they stand in a workflow. */
export function toProbeParameters(expressions: string[]): INodeParameters {
	const entries = expressions.flatMap((expression, index) => [
		[`plain${index}`, expression],
		[`locator${index}`, { __rl: true, mode: 'id', value: expression }],
	]);
	return Object.fromEntries(entries) as INodeParameters;
}

function probe(context: IExecuteFunctions, modules: ProbedModules, expressions: string[]): ProbedCell[] {
	const read = modules.createParameterReader(context);
	const kinds = [
		{ kind: 'plain', options: undefined },
		{ kind: 'locator', options: { extractValue: true } },
	];
	return context.getInputData().flatMap(({ json }, itemIndex) =>
		expressions.flatMap((expression, index) =>
			kinds.map(({ kind, options }) => {
				const parameter = `${kind}${index}`;
				const path = modules.toItemPath(expression);
				const answer = path && modules.readItemPath(json, path);
				return {
					itemIndex,
					parameter,
					expression,
					n8n: describe(() => context.getNodeParameter(parameter, itemIndex, undefined, options)),
					reader: describe(() => read(parameter, itemIndex)),
					...(answer && { shortcut: describe(() => answer.value) }),
				};
			}),
		),
	);
}

/** Type and value as text: -0 is not 0, undefined is not null, and a failure is told by its message. */
function describe(look: () => unknown): string {
	try {
		const value = look();
		if (Object.is(value, -0)) return 'number -0';
		return `${value === null ? 'null' : typeof value} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
	} catch (error) {
		return `failure ${(error as Error).message}`;
	}
}
