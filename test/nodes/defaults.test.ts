import type { IDataObject, INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';

import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const HOUR_MS = 3_600_000;
const FIRST_PERSON = 12_025_550_100;

let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
	stage.credential.appId = '645829310472918';
});
afterAll(async () => await stage.close());

let executions = 0;

/** The item of somebody who has just written. */
async function newItem(waId: string): Promise<IDataObject> {
	await stage.wrote(`+${waId}`, HOUR_MS);
	stage.simulator.putPerson({ waId, name: 'Ada' });
	const { id } = stage.simulator.write({ from: waId, text: 'Hello?' });
	return { recipient: `+${waId}`, phoneNumberId: PHONE_NUMBER_ID, lastInboundAt: new Date(Date.now() - HOUR_MS).toISOString(), message: { id } };
}

/** @param waId - by default somebody else each time, because WhatsApp takes 45 messages to one person, and then one in six seconds */
async function run(node: INodeType, parameters: object, waId?: string) {
	executions += 1;
	const item = await newItem(waId ?? String(FIRST_PERSON + executions));
	const settings = { typeVersion: [node.description.version].flat().at(-1) ?? 1 };
	const executionId = `defaults ${executions}`;
	return await runNode({ node, credential: stage.credential, parameters: parameters as INodeParameters, items: toItems(item), settings, executionId });
}

/** What a builder gets who adds an option and leaves it as it is. */
function added({ description }: INodeType): Array<[collection: string, option: string, parameters: object]> {
	const collections = description.properties.filter(({ type }) => type === 'collection');
	return collections.flatMap(({ name, options = [] }) =>
		(options as INodeProperties[]).map((option): [string, string, object] => [name, option.displayName, { [name]: { [option.name]: option.default } }]),
	);
}

describe.each([
	['Send Free-form', new SendFreeForm(), { text: 'It is shipped.' }],
	['Send Template', new SendTemplate(), { templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US', consent: 'keptElsewhere' }],
	['Reach a Person', new ReachPerson(), { text: 'It is shipped.', whenClosed: 'route' }],
	['Session Window Check', new SessionWindowCheck(), {}],
] as Array<[string, INodeType, object]>)('%s', (_, node, parameters) => {
	it.each(added(node))('runs with %s > %s as it is when it is added', async (_collection, _option, option) => {
		const { error, outputs } = await run(node, { ...parameters, ...option });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toHaveLength(1);
	});
});

describe('WhatsApp Session', () => {
	const node = new WhatsAppSession();
	const operations = node.description.properties.flatMap(({ name, options = [], displayOptions }) =>
		name === 'operation' ? options.map((option) => [String(displayOptions?.show?.resource?.[0]), String((option as { value?: unknown }).value)] as const) : [],
	);
	/** What the operation is about has to be filled in, and so does WhatsApp have to allow it. */
	const NEEDED: Readonly<Record<string, RegExp>> = {
		'consent.import': /^'Kind' is empty\.$/,
		'outbox.cancel': /^'Outbox Key' is empty/,
		'store.moveToPostgres': /its 'Session Store' is not Postgres\.$/,
		'template.create': /"Name" is required/,
		'template.delete': /"Template" is required/,
		'template.edit': /"Template" is required/,
		'template.get': /"Template" is required/,
		'template.preview': /"Template" is required/,
		'thread.release': /another system owns the conversation/,
		'workflow.convert': /^'Workflow' is empty\.$/,
		'thread.take': /only the escalation partner of the account may take a conversation/,
	};

	it.each(operations)('%s > %s runs behind the trigger as it is, or says what it needs', async (resource, operation) => {
		// n8n itself stops at a required parameter that is empty.
		const { error } = await run(node, { resource, operation }, String(FIRST_PERSON)).catch((thrown: Error) => ({ error: thrown }));
		const needed = NEEDED[`${resource}.${operation}`];
		if (needed) expect(error?.message).toMatch(needed);
		else expect(error).toBeUndefined();
	});
});
