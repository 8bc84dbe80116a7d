import { itemsOf } from '../../scripts/n8n/itemsOf';
import { publishCall } from './publishCall';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ada = '12025550181';

describe('a message that WhatsApp accepts and then drops', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await startStage();
	});
	afterAll(async () => await stage?.close());

	test('reaches Send Template by one wire, within one execution', async () => {
		const rescue = await stage.publish(
			triggerWorkflow(
				'Rescue',
				{ events: ['messageFailed'] },
				{
					type: 'sendTemplate',
					parameters: { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US', templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'We have an answer for you.' } } },
				},
			),
		);
		const send = await publishCall(stage, 'sendFreeForm', { text: 'Your order is ready.', whenClosed: 'sendAnyway' });
		stage.simulator.putPerson({ waId: ada, name: 'Ada' });
		const { execution, outputs } = await send(`+${ada}`);
		expect(outputs).toMatchObject([[{ message: { status: 'accepted', sentAs: 'freeForm' } }], []]);

		const [healing, ...others] = await stage.client.waitForExecutions(rescue.id, 1);
		expect(others).toEqual([]);
		const [failed] = itemsOf(healing!, TRIGGER_NAME);
		expect(failed).toMatchObject({
			event: 'messageFailed',
			recipient: `+${ada}`,
			nextStep: 'template',
			error: { code: 131047 },
			message: { sentAs: 'freeForm', workflowId: send.workflowId, executionId: execution.id },
		});
		expect(itemsOf(healing!, 'Answer')).toMatchObject([{ message: { sentAs: 'template', status: 'accepted' } }]);
		expect(stage.simulator.sent()).toMatchObject([
			{ waId: ada, type: 'text', status: 'failed', error: { code: 131047 } },
			{ waId: ada, type: 'template' },
		]);
	});
});
