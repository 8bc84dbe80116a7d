import fc from 'fast-check';

import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import { readWorkflow } from '../../nodes/shared/conversion/readWorkflow';
import type { Workflow } from '../../nodes/shared/conversion/Workflow';
import { BUILT_IN_MESSAGES, toBuiltIn, toBuiltInTrigger, toOther } from './builtInWorkflows';

const LARGE = { nodes: [], connections: {}, pinData: { A: 'x'.repeat(10_000_000) } };
const LOOP: { nodes: unknown[] } = { nodes: [] };
LOOP.nodes.push(LOOP);
const deep = (levels: number) => `{"nodes":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('what is no workflow', () => {
	it.each([
		['nothing', '', 'is empty.'],
		['null', null, 'is empty.'],
		['white space', ' \n', 'is empty.'],
		['no JSON', 'Hello {', 'is no JSON: Hello {'],
		['a text', '"Hello"', 'is no workflow: "Hello"'],
		['a number', 42, 'is no workflow: 42'],
		['a list', '[{"nodes":[]}]', 'is a list of 1, and not one workflow.'],
		['an object without nodes', '{"name":"A"}', "is no workflow: it has no list 'nodes'."],
		['nodes that are no list', { nodes: {} }, "is no workflow: it has no list 'nodes'."],
		['a node without type', { nodes: [{ name: 'A', type: 'b' }, { name: 'A' }] }, "has an entry in 'nodes', number 2, that is no node: it has no name or no type."],
		['a node that is null', { nodes: [null] }, "has an entry in 'nodes', number 1, that is no node: it has no name or no type."],
		['connections that are a list', { nodes: [], connections: [] }, "has 'connections' that are no object."],
		['connections of a node that are none', { nodes: [], connections: { A: { main: [[null]] } } }, "has 'connections' of the node 'A' that cannot be read."],
		['wires that are a text', { nodes: [], connections: { A: 'B' } }, "has 'connections' of the node 'A' that cannot be read."],
		['10 MB as text', JSON.stringify(LARGE), 'is 10.0 MB large; up to 5 MB are read.'],
		['10 MB as an object', LARGE, 'is 10.0 MB large; up to 5 MB are read.'],
		['what refers to itself', LOOP, 'cannot be written as JSON: it refers to itself, or is nested without end.'],
		['what is nested without end', deep(100_000), 'is nested deeper than 200 levels.'],
	])('is refused in a sentence: %s', (_case, given, words) => {
		expect(() => readWorkflow(given)).toThrow(expect.objectContaining({ name: 'InvalidInputError', message: `'Workflow' ${words}`, advice: expect.stringMatching(/\w/) }));
	});

	it('is not a workflow without connections, as one node alone is copied', () => {
		expect(readWorkflow('{"nodes":[{"name":"A","type":"b"}]}')).toEqual({ nodes: [{ name: 'A', type: 'b', parameters: {} }], connections: {} });
	});
});

describe('any workflow', () => {
	const texts = fc.oneof(fc.string(), fc.constantFrom('={{ $json.messages[0].text.body }}', '={{ $json', '={{ }}', '=|', '={{ $json.messages[0].x }}', 'a|b'));
	const values = fc.oneof(fc.constantFrom(...Object.values(BUILT_IN_MESSAGES)), fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('operation', 'components', 'messageType', 'name', 'options', 'additionalFields', 'updates')), fc.oneof(texts, fc.jsonValue(), fc.constantFrom('send', 'sendAndWait', 'contacts', ['messages']))));
	const made = fc.constantFrom(toBuiltIn, toBuiltInTrigger, (parameters: Record<string, unknown>) => toOther('', 'if', parameters));
	const workflows = fc
		.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), { minLength: 1, maxLength: 5 })
		.chain((names) => {
			const nodes = fc.tuple(...names.map((name) => fc.tuple(made, values).map(([make, parameters]) => ({ ...make(parameters as Record<string, unknown>), name }))));
			const end = fc.record({ node: fc.constantFrom(...names), type: fc.constant('main'), index: fc.constant(0) });
			const wires = fc.tuple(...names.map((name) => fc.record({ main: fc.array(fc.option(fc.array(end, { maxLength: 2 })), { maxLength: 3 }) }).map((each) => [name, each] as const)));
			return fc.record({ nodes: nodes as fc.Arbitrary<Workflow['nodes']>, connections: wires.map((entries) => Object.fromEntries(entries) as Workflow['connections']), name: fc.string() });
		});
	const pairs = ({ connections }: Workflow) =>
		new Set(Object.entries(connections).flatMap(([from, { main = [] }]) => main.flatMap((ends) => (ends ?? []).map(({ node }) => JSON.stringify([from, node])))));

	it('keeps the names and places of its nodes, who is wired to whom, and everything around', () => {
		fc.assert(
			fc.property(workflows, (workflow) => {
				const before = JSON.stringify(workflow);
				const { workflow: after } = convertWorkflow(readWorkflow(before));
				expect(JSON.stringify(workflow)).toBe(before);
				expect(after.nodes.map(({ name, id, position }) => ({ name, id, position }))).toEqual(workflow.nodes.map(({ name, id, position }) => ({ name, id, position })));
				expect(pairs(after)).toEqual(pairs(workflow));
				expect(after.name).toBe(workflow.name);
			}),
			{ numRuns: 150 },
		);
	});

	it('is, once converted, not converted again', () => {
		fc.assert(
			fc.property(workflows, (workflow) => {
				const once = convertWorkflow(readWorkflow(JSON.stringify(workflow))).workflow;
				const twice = convertWorkflow(readWorkflow(JSON.stringify(once)));
				expect(twice.converted).toEqual([]);
				expect(JSON.stringify(twice.workflow)).toBe(JSON.stringify(once));
			}),
			{ numRuns: 50 },
		);
	});
});
