import { itemsOf } from '../../scripts/n8n/itemsOf';
import { messageCorpus } from '../fixtures/messages/corpus';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ada = '12025550143';

/** What the person taps, and what the workflow learns of it. */
const taps = [
	{ title: 'reply buttons', button: 'Yes', message: { type: 'interactive', text: 'Yes', interactive: { button_reply: { id: 'yes-1' } } } },
	{ title: 'a list with sections', button: 'Tuesday', message: { text: 'Tuesday', interactive: { list_reply: { id: 'tu' } } } },
	{ title: 'a carousel of reply buttons', button: 'fern', message: { text: 'More' } },
];

describe('messages with something to tap, in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await startStage();
		stage.simulator.setSettings({ statuses: 'none' });
	});
	afterAll(async () => await stage?.close());

	test.each(taps)('$title go out as an answer, and the tap comes back to the workflow', async ({ title, button, message }) => {
		const each = messageCorpus.find((found) => found.title === title);
		const workflow = await stage.publish(
			triggerWorkflow(title, {}, { type: 'sendFreeForm', parameters: { ...each?.parameters, options: { markAsRead: true } } }),
		);
		await stage.connect(workflow);
		const written = stage.simulator.write({ from: ada, text: 'Hello?' });
		const [first] = await stage.client.waitForExecutions(workflow.id, 1);
		expect(itemsOf(first!, 'Answer')).toMatchObject([{ message: { sentAs: 'freeForm', status: 'accepted' } }]);
		expect(stage.simulator.conversation(ada).find(({ id }) => id === written.id)?.isReadByBusiness).toBe(true);

		stage.simulator.tap({ from: ada, button });
		const [, second] = await stage.client.waitForExecutions(workflow.id, 2);
		expect(itemsOf(second!, TRIGGER_NAME)).toMatchObject([{ event: 'message', recipient: `+${ada}`, message }]);
		await stage.client.unpublish(workflow.id);
	});
});
