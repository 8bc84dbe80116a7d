import { demoPeople } from '../../scripts/demo/demoPeople';
import { seedConversations } from '../../scripts/demo/seedConversations';
import { simulatorCredential } from '../../scripts/demo/simulatorCredential';
import { Editor } from '../../scripts/editor/Editor';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';

const ada = demoPeople.justWrote.waId;
const ben = demoPeople.wroteYesterday.waId;
const ANSWER = 'Thank you, we look after it.';

/** Every node, added, filled in and run by mouse and keyboard alone; one test goes on where the one before it stopped. */
describe('by hand', () => {
	let stage: Stage;
	let editor: Editor;

	beforeAll(async () => {
		stage = await startStage();
		editor = await Editor.open(stage.n8n.url);
	});
	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});
	afterEach(() => expect(editor.pageErrors).toEqual([]));

	/** Waits for words in the output panel of the open node, whole ones unless they are a pattern: a branch with its items, or a value of an item. */
	async function seeOutput(...words: Array<string | RegExp>): Promise<void> {
		for (const each of words) await editor.output.getByText(each, { exact: true }).first().waitFor();
	}

	const sentTo = (person: string) => stage.simulator.sent().filter(({ waId }) => waId === person);

	async function seeMessage(person: string, text: string): Promise<void> {
		await waitUntil(async () => sentTo(person).some((message) => message.text.includes(text)), { what: `${JSON.stringify(text)} at ${person}` });
	}

	describe('a workflow that answers', () => {
		test('a credential is made in its form, which closes when n8n has tried it with success', async () => {
			await editor.openNewWorkflow();
			await editor.addNode('WhatsApp Session', 'On message');
			const { accessToken, businessAccountId, appId, appSecret, verifyToken, graphApiBaseUrl } = simulatorCredential(stage.simulator.url).data as Record<string, string>;
			await editor.createCredential({ accessToken, businessAccountId, appId, appSecret, verifyToken, graphApiBaseUrl });
			expect(await editor.openedNode.getByTestId('node-credentials-select').locator('input').inputValue()).toBe('WhatsApp Session account');
		});

		test('WhatsApp Session Trigger listens, and shows the message of a person who writes', async () => {
			await editor.openedNode.getByText('Webhook URLs', { exact: true }).click();
			const callbackUrl = await editor.openedNode.getByText(/^http.*\/webhook-test\/[\w-]{36}\/webhook$/).first().innerText();
			await editor.executeStep();
			await editor.openedNode.getByTestId('trigger-listening').waitFor();
			stage.simulator.addSubscriber({ callbackUrl });
			stage.simulator.write({ from: ada, text: 'Is anybody there?' });
			await seeOutput('1 item', 'Is anybody there?');
			await editor.closeNode();
		});

		test('WhatsApp Send Free-form behind it answers, once the workflow is published', async () => {
			await editor.addNodeBehind({ name: 'WhatsApp Session Trigger' }, 'WhatsApp Send Free-form', 'Send a message');
			await editor.fill('text', ANSWER);
			await editor.closeNode();
			await editor.publish();
			await waitUntil(async () => stage.simulator.state().subscriptions.application !== null, { what: 'the trigger to be registered' });
			expect(stage.simulator.sent()).toEqual([]);
			await seedConversations(stage.simulator);
			await seeMessage(ada, ANSWER);
			expect(sentTo(ben)).toEqual([]);
		});
	});

	describe('a workflow that writes first', () => {
		beforeAll(async () => {
			await editor.openNewWorkflow();
			await editor.addOwnItem({ customer_phone: `+${ben}`, name: 'Ben', when: 'Monday at 10:30' });
			await seeOutput('Monday at 10:30');
			await editor.closeNode();
		});
		afterEach(async () => await editor.closeNode());

		test('WhatsApp Session Window Check says that the window of a person of the list is closed', async () => {
			await editor.addNodeBehind({ name: 'Edit Fields' }, 'WhatsApp Session Window Check');
			await editor.dragField('customer_phone', 'recipient');
			await editor.executeStep();
			await seeOutput('Closed Branch (1 item)');
			await editor.output.getByText('Closed Branch (1 item)', { exact: true }).click();
			await seeOutput('expired');
		});

		test('WhatsApp Send Template on Closed sends a template of the list, with values of the item', async () => {
			await editor.addNodeBehind({ name: 'Session Window Check', output: 1 }, 'WhatsApp Send Template');
			await editor.choose('template', 'appointment_reminder (en_US)');
			await editor.dragField('name', 'body_1');
			await editor.dragField('when', 'body_2');
			await editor.executeStep();
			await seeOutput('Sent Branch (1 item)');
			await seeMessage(ben, 'Hello Ben, this is a reminder of your appointment on Monday at 10:30.');
		});

		test('WhatsApp Session notes that a person of the business has taken over', async () => {
			await editor.addNodeBehind({ name: 'Send Template' }, 'WhatsApp Session', 'Take a conversation over from the bot');
			await editor.executeStep();
			await seeOutput('1 item', 'human');
		});

		test('WhatsApp Conversation Check leaves the conversation to that person', async () => {
			await editor.addNodeBehind({ name: 'Take a conversation over from the bot' }, 'WhatsApp Conversation Check');
			await editor.executeStep();
			await seeOutput('Human Branch (1 item)');
		});
	});

	describe('a workflow that writes before a window closes', () => {
		beforeAll(async () => await editor.openNewWorkflow());
		afterEach(async () => await editor.closeNode());

		test('WhatsApp Window Closing Trigger shows whose window closes next', async () => {
			await editor.addNode('WhatsApp Window Closing Trigger');
			await editor.chooseOption('conversations', 'All');
			await editor.executeStep();
			await seeOutput('1 item', `+${ada}`);
		});

		test('Reach a Person on WhatsApp writes to that person, with a template for the time after', async () => {
			await editor.addNodeBehind({ name: 'Window Closing Trigger' }, 'Reach a Person on WhatsApp');
			await editor.fill('text', 'Is there anything else?');
			await editor.choose('template', 'support_reply (en_US)');
			await editor.executeStep();
			await seeOutput('Reached Branch (1 item)', /You can write freely until/);
			await seeMessage(ada, 'Is there anything else?');
		});
	});

	test('Reach a Person on WhatsApp is a tool of an agent, whose model fills in whom and what', async () => {
		await editor.openNewWorkflow();
		await editor.addAgentWithTool('Reach a Person on WhatsApp Tool');
		await editor.openedNode.getByText('Let the model fill in Recipient and Text').waitFor();
		await editor.letModelFillIn('recipient');
		await editor.letModelFillIn('text');
		await editor.choose('template', 'support_reply (en_US)');
		await editor.executeTool({ Recipient: `+${ben}`, Text: 'It is on its way.' });
		await seeOutput(/^Sent the approved template 'support_reply'/);
		await seeMessage(ben, 'We have an answer to your question: It is on its way.');
		await editor.closeNode();
	});
});
