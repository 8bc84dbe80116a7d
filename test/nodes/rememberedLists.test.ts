import type { INodeParameters, INodeType } from 'n8n-workflow';

import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

/** With the account of the stage, and the token that is given. */
async function run(node: INodeType, parameters: object, accessToken = String(stage.credential.accessToken)) {
	const credential = { ...stage.credential, accessToken };
	return await runNode({ node, credential, parameters: parameters as INodeParameters, items: toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }) });
}

describe('a token that Meta refuses', () => {
	it.each<[string, INodeType, object]>([
		['the people of an account', new WhatsAppSession(), { resource: 'session', operation: 'getAll', returnAll: true, window: 'any' }],
		['a template of an account', new SendTemplate(), { ...byName('appointment_reminder'), ...filled({ body_1: 'Ada', body_2: '10:00' }), options: { dryRun: true } }],
	])('is not shown %s that Meta has just shown to another one', async (_, node, parameters) => {
		await stage.wrote(ADA, 60_000);
		const { outputs, error } = await run(node, parameters);
		expect(error).toBeUndefined();
		expect(outputs.flat()).toHaveLength(1);

		const refused = await run(node, parameters, 'somebody-elses-token');
		expect(refused.outputs).toEqual([]);
		expect(refused.error?.message).toContain('(code 190)');
	});
});
