import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openForm } from '../support/openForm';
import { byName } from '../support/openTemplateStage';
import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';

const node = new WhatsAppSession();
const { properties } = node.description;
const operations = properties
	.filter(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('template'))
	.flatMap(({ options }) => options as INodePropertyOptions[])
	.filter(({ value }) => value !== 'check')
	.map(({ value }) => String(value));

let stage: TemplateAdminStage;

beforeEach(async () => void (stage = await openTemplateAdmin()));
afterEach(async () => await stage.close());

/** Labels of the fields that are shown, in order. */
function shown(parameters: Record<string, unknown>): string[] {
	const filled = NodeHelpers.getNodeParameters(
		properties,
		{ resource: 'template', ...parameters } as never,
		true,
		false,
		{ typeVersion: 1 },
		node.description,
	);
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(filled ?? {}, property, { typeVersion: 1 }, node.description);
	return properties.filter(isShown).map(({ displayName }) => displayName);
}

describe('the form of the resource Template', () => {
	test.each([
		[{ operation: 'getAll' }, ['Return All', 'Limit', 'Simplify', 'Filters']],
		[{ operation: 'getAll', returnAll: true }, ['Return All', 'Simplify', 'Filters']],
		[{ operation: 'get' }, ['Choose Template', 'Template', 'Simplify']],
		[{ operation: 'delete' }, ['Delete', 'Choose Template', 'Template']],
		[{ operation: 'delete', templateFrom: 'name' }, ['Delete', 'Choose Template', 'Template Name', 'Template Language']],
		[{ operation: 'delete', templateFrom: 'name', deleteLanguages: 'all' }, ['Delete', 'Choose Template', 'Template Name']],
		[
			{ operation: 'create' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Header', 'Body', 'Example Values', 'Footer', 'Buttons', 'Options'],
		],
		[
			{ operation: 'create', kind: 'offer' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Header', 'Body', 'Example Values', 'Offer Text', 'Offer Ends', 'Buttons', 'Options'],
		],
		[
			{ operation: 'create', kind: 'mediaCarousel' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Body', 'Example Values', 'Cards Show', 'Cards', 'Options'],
		],
		[
			{ operation: 'create', kind: 'productCarousel' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Body', 'Example Values', 'Card Button', 'Options'],
		],
		[
			{ operation: 'create', kind: 'productCarousel', productButton: 'URL' },
			[
				'Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Body', 'Example Values',
				'Card Button', 'Button Text', 'Button URL', 'Button URL Example', 'Options',
			],
		],
		[
			{ operation: 'create', kind: 'callPermission' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Header', 'Body', 'Example Values', 'Footer', 'Options'],
		],
		[
			{ operation: 'create', kind: 'orderStatus' },
			['Name', 'Language', 'Category', 'Content', 'Kind', 'Variables', 'Body', 'Example Values', 'Footer', 'Options'],
		],
		[
			{ operation: 'create', category: 'AUTHENTICATION' },
			['Name', 'Language', 'Category', 'Content', 'Code Button', 'Code Button Text', 'Code Expiration Minutes', 'Add Security Recommendation', 'Options'],
		],
		[
			{ operation: 'create', category: 'AUTHENTICATION', otpType: 'ZERO_TAP' },
			[
				'Name', 'Language', 'Category', 'Content', 'Code Button', 'Apps', 'Accept Zero-Tap Terms',
				'Code Button Text', 'Code Expiration Minutes', 'Add Security Recommendation', 'Autofill Button Text', 'Options',
			],
		],
		[
			{ operation: 'create', contentFrom: 'json' },
			['Name', 'Language', 'Category', 'Content', 'Components (JSON)', 'Variables', 'Options'],
		],
		[{ operation: 'preview', ...byName('x') }, ['Choose Template', 'Template Name', 'Template Language', 'Template Text', 'Template Variables', 'Options']],
	])('shows for %j what is needed and nothing else', (parameters, labels) => {
		expect(shown(parameters)).toEqual(['Resource', 'Operation', ...labels]);
	});

	it('shows for an edit the fields of the parts that are to be changed', () => {
		expect(shown({ operation: 'edit', parts: ['footer'] }).slice(3)).toEqual([
			'Choose Template', 'Template', 'Content', 'Parts to Change', 'Footer', 'Options',
		]);
		expect(shown({ operation: 'edit', parts: ['body', 'header'], headerType: 'IMAGE' })).toEqual(
			expect.arrayContaining(['Header', 'Sample File Field Name', 'Body', 'Example Values']),
		);
	});

	it('leaves the check of the set-up what a new node begins with, so that saved workflows stay what they are', () => {
		expect(properties.find(({ name }) => name === 'resource')?.default).toBe('setUp');
	});

	it('has a schema for what each operation gives', () => {
		const folder = join(__dirname, '../../nodes/WhatsAppSession/__schema__/v1.0.0/template');
		expect(readdirSync(folder).sort()).toEqual(operations.map((operation) => `${operation}.json`).sort());
	});
});

describe('the list and the variables', () => {
	it('lists every template, and says of some that they cannot be sent', async () => {
		const form = openForm(node, stage.credential, { resource: 'template', operation: 'delete' });
		const { results } = await node.methods.listSearch.searchTemplates.call(form);
		const names = results.map(({ name }) => name);
		expect(names.find((name) => name.startsWith('paused_offer'))).toContain('cannot be sent');
		expect(names.find((name) => name.startsWith('hello_world'))).not.toContain('cannot be sent');
		const paused = await node.methods.listSearch.searchTemplates.call(form, 'paused_offer');
		expect(paused.results).toHaveLength(1);
	});

	it('gives the form of a template that cannot be sent', async () => {
		const components = [{ type: 'BODY', text: 'Hello {{1}}, welcome.' }];
		stage.simulator.putTemplate({ name: 'pending_one', status: 'PENDING', components });
		const form = openForm(node, stage.credential, { resource: 'template', operation: 'preview', ...byName('pending_one') });
		const { fields } = await node.methods.resourceMapping.mapTemplateVariables.call(form);
		expect(fields.map(({ id, required }) => [id, required])).toEqual([['body_1', false]]);
	});

	test.each([
		['a template without variables', byName('hello_world'), 'This template has no variables, so there is nothing to fill in.'],
		['no template', {}, 'Choose a template, and its variables appear here.'],
	])('says for %s why there are no fields', async (_title, parameters, notice) => {
		const form = openForm(node, stage.credential, { resource: 'template', operation: 'preview', ...parameters });
		expect(await node.methods.resourceMapping.mapTemplateVariables.call(form)).toEqual({ fields: [], emptyFieldsNotice: notice });
	});
});
