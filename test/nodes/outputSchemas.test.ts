import 'reflect-metadata';

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { resolveOutputSchemaPath } from 'n8n-core';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { ConversationCheck } from '../../nodes/ConversationCheck/ConversationCheck.node';
import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { WindowClosingTrigger } from '../../nodes/WindowClosingTrigger/WindowClosingTrigger.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { unlistedFields, type ItemSchema } from '../support/unlistedFields';

const nodes = resolve(__dirname, '../../nodes');
const NODES: Array<[folder: string, node: INodeType]> = [
	['ConversationCheck', new ConversationCheck()],
	['SendFreeForm/ReachPerson', new ReachPerson()],
	['SendFreeForm', new SendFreeForm()],
	['SendTemplate', new SendTemplate()],
	['SessionWindowCheck', new SessionWindowCheck()],
	['WhatsAppSession', new WhatsAppSession()],
	['WhatsAppSessionTrigger', new WhatsAppSessionTrigger()],
	['WindowClosingTrigger', new WindowClosingTrigger()],
];

/** What the editor asks for before a node has run: one schema for each operation of its newest version. */
function askedFor(folder: string, { description }: INodeType) {
	const version = [description.version].flat().at(-1) ?? 1;
	const operations = description.properties.filter(({ name }) => name === 'operation');
	const asked = operations.flatMap(({ options = [], displayOptions }) => {
		const resources = (displayOptions?.show?.resource ?? [undefined]) as Array<string | undefined>;
		return resources.flatMap((resource) => options.map((option) => ({ resource, operation: String((option as { value?: unknown }).value) })));
	});
	return (asked.length === 0 ? [{}] : asked).map((each) => ({ nodeDir: join(nodes, folder), version: String(version), ...each }));
}

function schemaOf(folder: string, node: INodeType, resource?: string, operation?: string): ItemSchema {
	const [{ version } = { version: '1' }] = askedFor(folder, node);
	const path = resolveOutputSchemaPath({ nodeDir: join(nodes, folder), version, resource, operation });
	return JSON.parse(readFileSync(path ?? '', 'utf8')) as ItemSchema;
}

describe('the schemas of outputs', () => {
	it.each(NODES)('of %s are where n8n looks for them, and none lies elsewhere', (folder, node) => {
		const paths = askedFor(folder, node).map((asked) => resolveOutputSchemaPath(asked) ?? '');
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
		const schemas = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as ItemSchema);
		expect(schemas.filter(({ type, properties = {} }) => type !== 'object' || Object.keys(properties).length === 0)).toEqual([]);
		const home = join(nodes, folder, '__schema__');
		const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		expect(files.map((entry) => join(entry.parentPath, entry.name)).sort()).toEqual(paths.sort());
	});

	it.each(NODES)("of %s are those that n8n's workflow builder reads", (folder, node) => {
		for (const asked of askedFor(folder, node)) expect(resolveOutputSchemaPath({ ...asked, versionFallback: true })).toBe(resolveOutputSchemaPath(asked));
	});
});

describe('the items that leave', () => {
	const HOUR_MS = 3_600_000;
	const ADA = '+12025550143';
	const BEN = '+15550100002';
	const TEMPLATE = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };
	const SALE = { templateFrom: 'name', templateName: 'summer_sale', templateLanguage: 'en_US' };
	const FILLED = { templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ada' } } };
	let stage: Stage;
	let messageId: string;

	beforeEach(async () => {
		stage = await openStage();
		stage.credential.appId = '645829310472918';
		await stage.wrote(ADA, HOUR_MS);
		await stage.wrote(BEN, 25 * HOUR_MS);
		messageId = stage.simulator.write({ from: ADA.slice(1), text: 'Hello?' }).id;
		const fact = { kind: 'marketing', state: 'optedOut', source: 'keyword', evidence: 'wamid.STOP', wording: 'STOP', atMs: Date.now() - 1000 } as const;
		await stage.store.recordConsent([{ businessAccountId: BUSINESS_ACCOUNT_ID, user: { waId: BEN.slice(1) }, ...fact }]);
	});
	afterEach(async () => await stage.close());

	async function run(node: INodeType, parameters: object, json: IDataObject) {
		const version = [node.description.version].flat().at(-1) ?? 1;
		const settings = { typeVersion: version };
		const all = { ...parameters, recipient: '={{ $json.who }}', phoneNumberId: PHONE_NUMBER_ID } as unknown as INodeParameters;
		const { outputs, error } = await runNode({ node, credential: stage.credential, parameters: all, items: toItems(json), settings });
		expect(error).toBeUndefined();
		const isAdded = ([name]: [string, unknown]) => name !== 'who';
		return outputs.map((items) => items.map((item) => Object.fromEntries(Object.entries(item.json).filter(isAdded))));
	}

	const text = { text: 'It is shipped.' };
	it.each([
		['Send Free-form by Sent', 'SendFreeForm', new SendFreeForm(), 'send', 0, ADA, text],
		['Send Free-form by Window Closed', 'SendFreeForm', new SendFreeForm(), 'send', 1, BEN, text],
		['Send Free-form as a template', 'SendFreeForm', new SendFreeForm(), 'send', 0, BEN, { ...text, whenClosed: 'template', consent: 'keptElsewhere', ...TEMPLATE }],
		['Send Free-form that keeps it', 'SendFreeForm', new SendFreeForm(), 'send', 0, BEN, { ...text, whenClosed: 'keep', consent: 'keptElsewhere', templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US' }],
		['a question by Window Closed', 'SendFreeForm', new SendFreeForm(), 'ask', 1, BEN, { operation: 'ask', ...text }],
		['Send Template by Sent', 'SendTemplate', new SendTemplate(), undefined, 0, ADA, { ...TEMPLATE, ...FILLED, consent: 'keptElsewhere' }],
		['Send Template by Not Sent, after an opt-out', 'SendTemplate', new SendTemplate(), undefined, 1, BEN, { ...SALE, ...FILLED }],
		['Send Template by Not Sent, without an opt-in', 'SendTemplate', new SendTemplate(), undefined, 1, ADA, { ...SALE, ...FILLED }],
		['Send Template by Not Sent, in a dry run', 'SendTemplate', new SendTemplate(), undefined, 1, ADA, { ...TEMPLATE, ...FILLED, consent: 'keptElsewhere', options: { dryRun: true } }],
		['Reach a Person by Reached', 'SendFreeForm/ReachPerson', new ReachPerson(), undefined, 0, ADA, { ...text, ...TEMPLATE }],
		['Reach a Person by Not Reached', 'SendFreeForm/ReachPerson', new ReachPerson(), undefined, 1, BEN, { ...text, whenClosed: 'route' }],
		['Session Window Check by Open', 'SessionWindowCheck', new SessionWindowCheck(), undefined, 0, ADA, {}],
		['Session Window Check by Closed', 'SessionWindowCheck', new SessionWindowCheck(), undefined, 1, '+15550100009', {}],
		['Conversation Check by Bot', 'ConversationCheck', new ConversationCheck(), undefined, 0, ADA, {}],
	] as Array<[string, string, INodeType, string | undefined, number, string, object]>)('%s have what its schema lists', async (_, folder, node, operation, output, who, parameters) => {
		const outputs = await run(node, parameters, { who });
		expect(outputs[output]).toHaveLength(1);
		expect(unlistedFields(schemaOf(folder, node, undefined, operation), outputs[output]?.[0])).toEqual([]);
	});

	const at = new Date(Date.now() - HOUR_MS).toISOString();
	it.each([
		['consent', 'get', {}],
		['consent', 'getAll', { state: 'optedOut' }],
		['consent', 'import', { importedKind: 'marketing', importedState: 'optedIn', importedAt: at, source: 'shop', evidence: 'form 1' }],
		['consent', 'optIn', { kind: 'marketing', source: 'form', evidence: 'form 1' }],
		['consent', 'optOut', { kind: 'marketing', source: 'form', evidence: 'form 1' }],
		['contact', 'export', {}],
		['contact', 'forget', {}],
		['conversation', 'giveBack', {}],
		['conversation', 'takeOver', {}],
		['message', 'markAsRead', { messageId: 'the newest' }],
		['message', 'showTyping', { messageId: 'the newest' }],
		['session', 'close', {}],
		['session', 'get', {}],
		['session', 'getAll', { window: 'any' }],
		['session', 'recordInbound', { when: at }],
		['setUp', 'check', {}],
		['store', 'health', {}],
		['template', 'get', TEMPLATE],
		['template', 'getAll', {}],
		['template', 'preview', { ...TEMPLATE, ...FILLED }],
		['usage', 'get', {}],
	] as Array<[string, string, object]>)('WhatsApp Session > %s > %s have what its schema lists', async (resource, operation, parameters) => {
		const node = new WhatsAppSession();
		const named = 'messageId' in parameters ? { messageId } : parameters;
		const [items = []] = await run(node, { resource, operation, ...named }, { who: BEN });
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) expect(unlistedFields(schemaOf('WhatsAppSession', node, resource, operation), item)).toEqual([]);
	});
});
