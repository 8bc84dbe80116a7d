import { NodeHelpers, Workflow, type INode, type INodeParameters, type INodeTypes } from 'n8n-workflow';

import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { openForm } from '../support/openForm';
import { openStage, type Stage } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';

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
	const isShown = (parameters: object) => evaluate(node.description.hints?.[0]?.displayCondition ?? '', parameters);
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
