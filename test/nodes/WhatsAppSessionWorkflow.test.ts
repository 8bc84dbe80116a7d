import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { BUILT_IN_MESSAGES, inARow, toBuiltIn, toBuiltInTrigger } from '../conversion/builtInWorkflows';
import { unlistedFields, type ItemSchema } from '../support/unlistedFields';
import { runNode } from '../support/runNode';
import schema from '../../nodes/WhatsAppSession/__schema__/v1.0.0/workflow/convert.json';

const WORKFLOW = inARow(toBuiltInTrigger(), toBuiltIn(BUILT_IN_MESSAGES['a text']!)) as unknown as IDataObject;

async function convert(jsons: IDataObject[], parameters: INodeParameters = {}, settings = {}) {
	return await runNode({
		node: new WhatsAppSession(),
		parameters: { resource: 'workflow', operation: 'convert', ...parameters },
		items: jsons.map((json) => ({ json })),
		settings,
	});
}

describe('Workflow > Convert', () => {
	it.each([
		['', JSON.stringify(WORKFLOW)],
		[', also where the editor has made an expression of it', `=${JSON.stringify(WORKFLOW, null, 2)}`],
	])('converts what was pasted, without a credential, and leaves the expressions in it alone%s', async (_, workflow) => {
		const { outputs, error } = await convert([{}], { workflow });
		expect(error).toBeUndefined();
		const json = outputs[0]?.[0]?.json ?? {};
		expect(json).toMatchObject({ converted: 2, toDo: expect.any(Number), workflow: { name: 'Answers', nodes: [{ name: 'WhatsApp Trigger' }, { parameters: { text: '=Hello {{ $json.name }}' } }] } });
		expect(json.notes).toContainEqual({ node: 'Send message', parameter: null, isToDo: false, text: 'Became WhatsApp Send Free-form.' });
		expect(json.toDo).toBe((json.notes as IDataObject[]).filter(({ isToDo }) => isToDo).length);
		expect(unlistedFields(schema as ItemSchema, { ...json, workflow: {} })).toEqual([]);
	});

	it('converts every item that is a workflow', async () => {
		const { outputs } = await convert([WORKFLOW, { ...WORKFLOW, name: 'Second' }]);
		expect(outputs[0]?.map(({ json, pairedItem }) => [(json.workflow as IDataObject).name, pairedItem])).toEqual([['Answers', { item: 0 }], ['Second', { item: 1 }]]);
	});

	it('says how to take what comes out, where that is one workflow', async () => {
		const hintsOf = async (jsons: IDataObject[]) => (await convert(jsons)).run.data.resultData.runData.Node?.[0]?.hints?.map(({ message }) => message) ?? [];
		expect(await hintsOf([WORKFLOW])).toEqual([expect.stringContaining('Copy Selection')]);
		expect(await hintsOf([WORKFLOW, WORKFLOW])).toEqual([]);
	});

	it('says what is wrong with an item that was meant to be one', async () => {
		expect((await convert([{ nodes: 3 }])).error?.message).toBe("'Workflow' is no workflow: it has no list 'nodes'.");
	});

	it('says what is no workflow, and goes on with the others where the node is set to', async () => {
		expect((await convert([{ id: 1 }])).error?.message).toBe("'Workflow' is empty.");
		const { outputs } = await convert([{ id: 1 }, WORKFLOW], {}, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.converted ?? json.error)).toEqual([expect.stringContaining("'Workflow' is empty."), 2]);
	});
});
