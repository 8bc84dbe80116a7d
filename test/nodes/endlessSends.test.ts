import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
/** The workflow and the node that `runNode` runs. */
const OWN = { workflowId: 'test-workflow', nodeName: 'Node' };

const NODES: Array<[string, SendFreeForm | SendTemplate, INodeParameters]> = [
	['Send Free-form', new SendFreeForm(), { text: 'Hello' }],
	['Send Template', new SendTemplate(), { templateFrom: 'name', templateName: 'hello_world' }],
];

let stage: Stage;

beforeEach(async () => {
	stage = await openStage();
	stage.simulator.setSettings({ statuses: 'none' });
	await stage.wrote(ADA, 60_000);
});
afterEach(async () => await stage.close());

const item = (fields: IDataObject): IDataObject => ({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, order: 7, ...fields });

describe.each(NODES)('%s', (_, node, parameters) => {
	const send = async (...items: IDataObject[]) =>
		await runNode({ node, parameters, credential: stage.credential, items: toItems(...items) });

	test.each<[string, IDataObject, string]>([
		['a failed message that nothing helps', { event: 'messageFailed', nextStep: 'none' }, 'wouldFailAgain'],
		['a failed message of its own', { event: 'messageFailed', nextStep: 'template', message: OWN }, 'wouldRepeatItself'],
		['a status of a message of its own', { event: 'messageStatus', message: OWN }, 'wouldRepeatItself'],
	])('sends nothing for %s, and says so beside the fields of the item', async (_name, fields, reason) => {
		const { outputs, error } = await send(item(fields));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toEqual([]);
		expect(outputs[NOT_SENT]).toEqual([{ json: { ...item(fields), notSent: { reason } }, pairedItem: { item: 0 } }]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['a failed message of another node', { event: 'messageFailed', nextStep: 'template', message: { ...OWN, nodeName: 'B' } }],
		['a status of another workflow', { event: 'messageStatus', message: { ...OWN, workflowId: 'B' } }],
		['a message of the person', { event: 'message', message: { id: 'wamid.1' } }],
	])('sends for %s', async (_name, fields) => {
		expect((await send(item(fields))).outputs[SENT]).toHaveLength(1);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('sends for the other items beside one that it passes over', async () => {
		const { outputs } = await send(item({ event: 'messageStatus', message: OWN }), item({}));
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
	});
});
