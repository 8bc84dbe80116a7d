import { NodeHelpers, Workflow, type INode, type INodeParameters, type INodeTypes } from 'n8n-workflow';

import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { openForm } from '../support/openForm';
import { openStage, toItems, type Stage } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

const node = new SendTemplate();
const { mapTemplateVariables, showTemplateText } = node.methods.resourceMapping;
let stage: Stage;

beforeAll(async () => void (stage = await openStage()));
afterAll(async () => await stage.close());

const formOf = (parameters: object) => openForm(node, stage.credential, parameters as INodeParameters);

describe('the form of Send Template', () => {
	it('has the example of each variable where the editor does not cut it off, and asks n8n for none of them', async () => {
		const { fields } = await mapTemplateVariables.call(formOf(byName('appointment_reminder')));
		expect(fields.map(({ displayName }) => displayName.slice(0, 22))).toEqual(['1 (e.g. Ada): Hello …,', '2 (e.g. 12 May at 10:3', 'Button 1 payload: "Con', 'Button 2 payload: "Cha']);
		expect(fields.filter(({ required }) => required)).toEqual([]);
	});

	it('shows the whole text of the template beside it', async () => {
		const { fields, emptyFieldsNotice } = await showTemplateText.call(formOf(byName('appointment_reminder')));
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toBe(
			'The person reads:<br><br>Hello <b>{{1}}</b>, this is a reminder of your appointment on <b>{{2}}</b>. Reply to this message to change it.<br><br>[Confirm]<br>[Change]',
		);
	});

	it.each([
		['a marketing template', byName('summer_sale'), 'requiredForMarketing', /^This is marketing: people without an opt-in on record are kept back\.<br><br>The person reads:/],
		['a marketing template with opt-ins of your own', byName('summer_sale'), 'keptElsewhere', /^This is marketing: send it to people who opted in.*<br><br>The person reads:/],
	])('asks of %s who has opted in', async (_, parameters, consent, words) => {
		const { emptyFieldsNotice } = await showTemplateText.call(formOf({ ...parameters, consent }));
		expect(emptyFieldsNotice).toMatch(words);
	});

	it('says nothing of marketing where there is none', async () => {
		const { emptyFieldsNotice } = await showTemplateText.call(formOf({ ...byName('order_update'), consent: 'requiredForMarketing' }));
		expect(emptyFieldsNotice).not.toContain('marketing');
	});

	it('waits for a template to be chosen', async () => {
		expect(await showTemplateText.call(formOf({}))).toEqual({ fields: [], emptyFieldsNotice: 'Choose a template, and its text appears here.' });
	});

	it('names a template that the account does not have', async () => {
		await expect(showTemplateText.call(formOf(byName('nobody')))).rejects.toThrow("This account has no template 'nobody'.");
	});
});

/** What n8n makes of an expression of the description. */
function evaluate(expression: string, parameters: object): unknown {
	const sender: INode = { id: '1', name: 'Send', type: 'sendTemplate', typeVersion: 2, position: [0, 0], parameters: parameters as INodeParameters };
	const nodeTypes: INodeTypes = { getByName: () => node, getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(node, 2), getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: '1', nodes: [sender], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(sender, expression, 'internal', {});
}

function isHintShown(words: RegExp, parameters: object): unknown {
	return evaluate(node.description.hints?.find(({ message }) => words.test(message))?.displayCondition ?? '', parameters);
}

describe('the list of templates', () => {
	it('has those with the words in their name before those with the words in their text', async () => {
		const { results } = await node.methods.listSearch.searchTemplates.call(formOf({}), 'order');
		const isNamed = results.map(({ name }) => name.includes('order'));
		expect(new Set(isNamed)).toEqual(new Set([true, false]));
		expect(isNamed).toEqual([...isNamed].sort((a, b) => Number(b) - Number(a)));
	});
});

describe('the words below Send Template', () => {
	it.each([
		['the template of the list', { template: { __rl: true, mode: 'list', value: '1259', cachedResultName: 'order_update (en_US) · Utility' } }, 'order_update'],
		['the template by its name', byName('order_update'), 'order_update'],
		['nothing in particular before one is chosen', { template: { __rl: true, mode: 'list', value: '' } }, 'approved template'],
		['nothing in particular of an ID', { template: { __rl: true, mode: 'id', value: '1259' } }, 'approved template'],
	])('name %s', (_, parameters, words) => {
		expect(evaluate(node.description.subtitle ?? '', parameters)).toBe(words);
	});
});

describe('the hint about an empty variable', () => {
	const isShown = (parameters: object) => isHintShown(/still empty/, parameters);
	const schema = [
		{ id: 'body_1', removed: false },
		{ id: 'body_2', removed: false },
		{ id: 'button_1_payload', removed: true },
	];
	const form = (value: object | null, more: object = {}) => ({ ...byName('order_update'), templateVariables: { ...filled(value ?? {}).templateVariables, value, schema, ...more } });

	it.each([
		['a field is empty', form({ body_1: 'Ada' }), true],
		['nothing is filled in', form(null), true],
		['a text was taken out again', form({ body_1: 'Ada', body_2: '' }), true],
	])('speaks where %s', (_, parameters, shown) => {
		expect(isShown(parameters)).toBe(shown);
	});

	it.each([
		['all that is shown is filled in', form({ body_1: 'Ada', body_2: '={{ $json.time }}' })],
		['columns of the item fill the form', form(null, { mappingMode: 'autoMapInputData' })],
		['values are given as JSON', { ...form(null), options: { valuesJson: '{"1": "Ada"}' } }],
		['components are given as JSON', { ...form(null), options: { componentsJson: '[]' } }],
		['no template is chosen yet', {}],
	])('is silent where %s', (_, parameters) => {
		expect(isShown(parameters)).toBe(false);
	});
});

describe('a form that n8n has kept though another template was chosen', () => {
	let form: object;
	const listed = async (name: string) => {
		const { results } = await node.methods.listSearch.searchTemplates.call(formOf({}), name);
		return { template: { __rl: true, mode: 'list', value: results[0]?.value } };
	};

	beforeAll(async () => {
		const { fields } = await mapTemplateVariables.call(formOf(byName('appointment_reminder')));
		form = { templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ada', body_2: 'Monday' }, schema: fields } };
	});

	it.each<[string, () => object | Promise<object>, boolean]>([
		['of another name', () => byName('support_reply'), true],
		['of the list', async () => await listed('support_reply'), true],
		['by an expression', () => byName('={{ "support_reply" }}'), false],
		['of the list, by an expression', () => ({ template: { __rl: true, mode: 'id', value: '={{ "1259" }}' } }), false],
		['of the same name', () => byName('appointment_reminder'), false],
		['of the list that is the same', async () => await listed('appointment_reminder'), false],
	])('is told in the editor: a template %s', async (_, choice, shown) => {
		expect(isHintShown(/close the node/, { ...(await choice()), ...form })).toBe(shown);
	});

	it('is not told where the form does not say whose it is', () => {
		expect(isHintShown(/close the node/, { ...byName('support_reply'), ...filled({ body_1: 'Ada' }) })).toBe(false);
	});

	it('is refused before anything is sent', async () => {
		const { error } = await runNode({ node, credential: stage.credential, parameters: { ...byName('support_reply'), ...form } as INodeParameters, items: toItems({ recipient: '+12025550143' }) });
		expect(error?.message).toContain("'Template Variables' was filled in for the template 'appointment_reminder', and 'support_reply' is to be sent.");
		expect(error?.description).toContain('Close the node and open it again');
		expect(stage.simulator.sent()).toEqual([]);
	});

	it.each([
		['an expression chooses the template', () => ({ ...byName('={{ "support_reply" }}'), ...form, templateVariables: { ...(form as typeof form & { templateVariables: object }).templateVariables, value: { body_1: 'Ada' } } })],
		['it is the right one', () => ({ ...byName('appointment_reminder'), ...form })],
	])('is taken where %s', async (_, parameters) => {
		const { error, outputs } = await runNode({ node, credential: stage.credential, parameters: parameters() as INodeParameters, items: toItems({ recipient: '+12025550143' }) });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});
});
