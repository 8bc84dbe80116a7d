import type { IExecuteFunctions } from 'n8n-workflow';

import { createParameterReader } from '../../../nodes/shared/n8n/parameters/createParameterReader';
import { readItemPath, toItemPath } from '../../../nodes/shared/n8n/parameters/readItemPath';
import { createReaderProbe, toProbeParameters, type ProbedCell } from '../../support/createReaderProbe';
import { CORPUS } from '../../support/itemPathCorpus';
import { runNode } from '../../support/runNode';

describe('createParameterReader', () => {
	describe.each(CORPUS)("beside n8n-core's own getNodeParameter: $name", ({ expressions, items }) => {
		let cells: ProbedCell[];

		beforeAll(async () => {
			const { outputs, error } = await runNode({
				node: createReaderProbe({ createParameterReader, toItemPath, readItemPath }, expressions),
				parameters: toProbeParameters(expressions),
				items: items().map((json) => ({ json: json as never })),
			});
			if (error) throw new Error(error.message);
			cells = outputs[0]?.[0]?.json.cells as unknown as ProbedCell[];
		});

		it('gives the same value or the same failure for every expression and item', () => {
			expect(cells).toHaveLength(2 * expressions.length * items().length);
			expect(cells.filter(({ n8n, reader }) => reader !== n8n)).toEqual([]);
		});

		it('answers only what n8n would answer when it takes the shortcut', () => {
			const answered = cells.filter(({ shortcut }) => shortcut !== undefined);
			expect(answered.length).toBeGreaterThan(300);
			expect(answered.filter(({ n8n, shortcut }) => shortcut !== n8n)).toEqual([]);
		});
	});

	describe('asks n8n', () => {
		const contextOf = (parameters: Record<string, unknown>, items: Array<Record<string, unknown>>) => {
			const getNodeParameter = jest.fn((name: string, itemIndex: number, fallback?: unknown) =>
				name in parameters ? `n8n's ${name} ${itemIndex}` : fallback,
			);
			const context = {
				getNode: () => ({ parameters }),
				getInputData: () => items.map((json) => ({ json })),
				getNodeParameter,
			};
			return { getNodeParameter, read: createParameterReader(context as unknown as IExecuteFunctions) };
		};
		const items = [{ a: 1 }, { a: 2 }, { a: [3] }];

		test.each([
			['once for a constant', 'plain', 1],
			['once for a parameter that is not set', 'absent', 1],
			['never for a plain path that every item answers', '={{ $json.b }}', 0],
			['for the items that a plain path does not answer', '={{ $json.a }}', 1],
			['for every item where the expression is more than a path', '={{ $json.a + 1 }}', 3],
			['for every item where an expression lies inside an object', { deep: ['={{ $json.b }}'] }, 3],
			['once for an object without expressions', { deep: ['text'] }, 1],
			['never for a plain path inside a resource locator', { __rl: true, mode: 'id', value: '={{ $json.b }}' }, 0],
		])('%s', (_, value, times) => {
			const { read, getNodeParameter } = contextOf(value === 'absent' ? {} : { parameter: value }, items);
			items.forEach((_item, itemIndex) => read('parameter', itemIndex, ''));
			expect(getNodeParameter).toHaveBeenCalledTimes(times);
		});

		it('for the value inside a resource locator, not for the locator', () => {
			const { read, getNodeParameter } = contextOf({ number: { __rl: true, mode: 'id', value: '123456' } }, items);
			read('number', 2);
			expect(getNodeParameter).toHaveBeenCalledWith('number', 2, undefined, { extractValue: true });
		});

		it('for a nested parameter by its whole name', () => {
			const { read } = contextOf({ options: { replyTo: '={{ $json.a }}' } }, items);
			expect([0, 1, 2].map((itemIndex) => read('options.replyTo', itemIndex))).toEqual([1, 2, undefined]);
		});
	});
});
