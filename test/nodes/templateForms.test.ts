import type { ILoadOptionsFunctions, INodeListSearchResult, INodeParameters, INodeType, ResourceMapperFields } from 'n8n-workflow';

import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openForm } from '../support/openForm';
import { openStage, type Stage } from '../support/openStage';
import { byName } from '../support/openTemplateStage';

let stage: Stage;
let id: unknown;

beforeAll(async () => {
	stage = await openStage();
	const node = new SendTemplate();
	({ value: id } = (await node.methods.listSearch.searchTemplates.call(openForm(node, stage.credential, {}), 'support_reply')).results[0]!);
});
afterAll(async () => await stage.close());

/** Calls a method of a node as n8n does while its form is filled in. */
async function call<Result>(node: INodeType, kind: 'resourceMapping' | 'listSearch', method: string, parameters: object): Promise<Result> {
	const methods = node.methods?.[kind] as Record<string, (this: ILoadOptionsFunctions) => Promise<Result>>;
	return await methods[method]!.call(openForm(node, stage.credential, parameters as INodeParameters));
}

describe.each<[string, INodeType, object]>([
	['Send Template', new SendTemplate(), {}],
	['Send Free-form that sends a template instead', new SendFreeForm(), { whenClosed: 'template' }],
	['Send Free-form that nudges', new SendFreeForm(), { whenClosed: 'keep' }],
	['Reach a Person', new ReachPerson(), { whenClosed: 'template' }],
	['Template > Preview', new WhatsAppSession(), { resource: 'template', operation: 'preview' }],
])('%s', (_, node, parameters) => {
	it.each<[string, () => object]>([
		['of the list', () => ({ templateFrom: 'list', template: { __rl: true, mode: 'list', value: id } })],
		['by its ID', () => ({ templateFrom: 'list', template: { __rl: true, mode: 'id', value: id } })],
		['by its name', () => byName('support_reply')],
	])('has the text and the variables of a template %s', async (__, choice) => {
		const chosen = { ...parameters, ...choice() };
		const text = await call<ResourceMapperFields>(node, 'resourceMapping', 'showTemplateText', chosen);
		expect(text.emptyFieldsNotice).toContain('We have an answer to your question: <b>{{1}}</b>');
		const form = await call<ResourceMapperFields>(node, 'resourceMapping', 'mapTemplateVariables', chosen);
		expect(form.fields.map((field) => field.id)).toEqual(['body_1']);
		if (!node.methods?.listSearch?.searchTemplateVariables) return;
		const { results } = await call<INodeListSearchResult>(node, 'listSearch', 'searchTemplateVariables', chosen);
		expect(results.map(({ value }) => value)).toEqual(['body_1']);
	});
});
