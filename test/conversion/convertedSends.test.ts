import type { INodeParameters, INodeType } from 'n8n-workflow';

import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { inARow, toBuiltIn } from './builtInWorkflows';

const ADA = '12025550143';
let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(`+${ADA}`, 60_000);
});
afterEach(async () => await stage.close());

async function send(node: INodeType, old: Record<string, unknown>) {
	const built = toBuiltIn({ phoneNumberId: PHONE_NUMBER_ID, recipientPhoneNumber: '={{ $json.phone }}', ...old });
	const { parameters } = convertWorkflow(inARow(built)).workflow.nodes[0]!;
	const { error } = await runNode({ node, credential: stage.credential, parameters: parameters as INodeParameters, items: [{ json: { phone: ADA, name: 'Ada' } }], settings: { typeVersion: 2 } });
	expect(error).toBeUndefined();
	return stage.simulator.sent();
}

describe('a converted send', () => {
	it('of a text goes out', async () => {
		expect(await send(new SendFreeForm(), { operation: 'send', textBody: '=Hello {{ $json.name }}' })).toMatchObject([{ text: 'Hello Ada' }]);
	});

	it('of a place goes out', async () => {
		const place = { operation: 'send', messageType: 'location', longitude: 13.4, latitude: 52.5, additionalFields: { nameAndAddress: { name: 'Shop', address: '1 Main St' } } };
		expect(await send(new SendFreeForm(), place)).toHaveLength(1);
	});

	it('of a template goes out with its values', async () => {
		const template = { template: 'support_reply|en_US', components: { component: [{ bodyParameters: { parameter: [{ text: '={{ $json.name }} is on it' }] } }] } };
		const [sent] = await send(new SendTemplate(), template);
		expect(sent?.text).toContain('Ada is on it');
	});
});
