import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { DateTime } from 'luxon';
import type { INode, ResourceMapperValue } from 'n8n-workflow';

import { createCloudApi } from '../nodes/shared/cloudApi/client/createCloudApi';
import type { MessageTemplate } from '../nodes/shared/cloudApi/templates/MessageTemplate';
import { toTemplateFields } from '../nodes/shared/cloudApi/templates/toTemplateFields';
import { toTemplateMessage } from '../nodes/shared/cloudApi/templates/toTemplateMessage';
import { toMapperField } from '../nodes/shared/n8n/templates/toMapperField';
import { exampleNames } from '../scripts/demo/exampleNames';
import { BUSINESS_ACCOUNT_ID, openStage } from './support/openStage';

const folder = resolve(__dirname, '../examples');
const examples = readdirSync(folder).filter((name) => name.endsWith('.json'));

const nodesOf = (name: string) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { nodes: INode[] }).nodes;
const isOurs = ({ type }: INode) => type.startsWith('n8n-nodes-whatsapp-session.');

describe('the examples', () => {
	let templates: MessageTemplate[];

	beforeAll(async () => {
		const { simulator, credential, close } = await openStage();
		const cloudApi = createCloudApi(async ({ path, query }) => {
			const headers = { Authorization: `Bearer ${String(credential.accessToken)}` };
			const url = new URL(`${simulator.url}/v25.0${path}`);
			for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
			const response = await fetch(url, { headers });
			return { status: response.status, body: await response.json() };
		});
		templates = await cloudApi.listTemplates(BUSINESS_ACCOUNT_ID);
		await close();
	});

	it('are those that the demo knows', () => {
		expect(examples.map((file) => file.replace('.json', '')).sort()).toEqual([...exampleNames].sort());
	});

	it.each(examples)('%s holds no credential, no number of an account and no ID of a template', (name) => {
		const ours = nodesOf(name).filter(isOurs);
		expect(ours.length).toBeGreaterThan(0);
		expect(ours.filter(({ credentials }) => credentials)).toEqual([]);
		const fixed = /"value":"\d+"/;
		expect(ours.filter(({ parameters }) => fixed.test(JSON.stringify(parameters)))).toEqual([]);
	});

	/** What an expression may give; a choice is made in the example itself. */
	const wordsFor = (kind: string | undefined, given: unknown): unknown => {
		if (kind === 'choice') return given;
		return kind === 'json' ? [{ name: 'Ticket', amount: 12.5, quantity: 2 }] : 'words';
	};
	const hasTemplate = (name: string) => nodesOf(name).some(({ type }) => type.endsWith('.sendTemplate'));

	it.each(examples.filter(hasTemplate))('%s fills in the form that the editor shows for its template', (name) => {
		const senders = nodesOf(name).filter(({ type }) => type.endsWith('.sendTemplate'));
		expect(senders.length).toBeGreaterThan(0);
		for (const { parameters } of senders) {
			const template = templates.find(
				({ name: templateName, language }) =>
					templateName === parameters.templateName && language === parameters.templateLanguage,
			);
			const { value, schema } = parameters.templateVariables as unknown as ResourceMapperValue;
			const fields = toTemplateFields(template!);
			expect(schema).toEqual(fields.map(toMapperField));
			const values = Object.fromEntries(Object.entries(value ?? {}).map(([id, given]) => [id, wordsFor(fields.find((field) => field.id === id)?.kind, given)]));
			expect(toTemplateMessage(template!, { values, now: DateTime.utc() }).renderedText).toContain('words');
		}
	});
});
