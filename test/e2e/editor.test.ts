import { pickCredential } from '../../scripts/demo/pickCredential';
import { demoPeople } from '../../scripts/demo/demoPeople';
import { seedConversations } from '../../scripts/demo/seedConversations';
import { Editor } from '../../scripts/editor/Editor';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { templateCorpus } from '../fixtures/templates/corpus';
import { startStage, type Stage } from './startStage';

// A line of the form that is a parameter's name instead of its label: `phoneNumberId`.
const RAW_NAME = /^[a-z]+[A-Z]\w*$/;

/** A node as a builder meets it. */
interface EditorNode {
	/** Its name in the panel. */
	displayName: string;
	/** What to choose below that name, if n8n asks. */
	action?: string;
	/** Its name on the canvas. */
	name: string;
	/** Lines that its form must hold. */
	labels: string[];
	outputs: string[];
}

const nodes: EditorNode[] = [
	{
		displayName: 'WhatsApp Session',
		action: 'On message',
		name: 'WhatsApp Session Trigger',
		labels: ['Webhook URLs', 'Credential', 'Registration', 'Registration Level', 'Events', 'Options'],
		outputs: ['Message'],
	},
	{
		displayName: 'WhatsApp Session Window Check',
		name: 'Session Window Check',
		labels: ['Last Inbound Message', 'Business Phone Number', 'Recipient', 'Options'],
		outputs: ['Open', 'Closed'],
	},
	{
		displayName: 'WhatsApp Send Free-form',
		action: 'Send a message',
		name: 'Send Free-form',
		labels: ['Operation', 'Business Phone Number', 'Recipient', 'Text', 'When the Window Is Closed', 'Manners', 'Options'],
		outputs: ['Sent', 'Window Closed'],
	},
	{
		displayName: 'WhatsApp Send Template',
		name: 'Send Template',
		labels: ['Business Phone Number', 'Recipient', 'Choose Template', 'Template', 'Consent', 'Manners', 'Options'],
		outputs: ['Sent', 'Not Sent'],
	},
	{
		displayName: 'WhatsApp Session',
		action: 'Check the set up',
		name: 'Check the set up',
		labels: ['Credential', 'Resource', 'Operation', 'Options'],
		outputs: [],
	},
	{
		displayName: 'WhatsApp Conversation Check',
		name: 'Conversation Check',
		labels: ['Business Phone Number', 'Recipient', 'Options'],
		outputs: ['Bot', 'Human'],
	},
];

describe("the nodes in n8n's editor", () => {
	let stage: Stage;
	let editor: Editor;

	beforeAll(async () => {
		stage = await startStage();
		editor = await Editor.open(stage.n8n.url);
		await editor.openNewWorkflow();
	});
	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});
	afterEach(() => expect(editor.pageErrors).toEqual([]));

	/** The lines that a person reads in the open node. */
	const lines = async (): Promise<string[]> =>
		(await editor.openedNode.innerText()).split('\n').map((line) => line.trim());

	/** Waits until the open node shows a line; a pattern is one of the whole line. */
	async function expectLine(expected: string | RegExp): Promise<void> {
		const look = async () => (await lines()).some((line) => line === expected || line.match(expected)?.[0] === line);
		await waitUntil(look, { what: `the line ${String(expected)}` }).catch(async () => expect(await lines()).toContain(expected));
	}

	/** Opens Send Template behind a trigger, in a workflow of its own. */
	async function openSend(parameters: object): Promise<void> {
		const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
		const send = { id: 'send', name: 'Send', type: 'n8n-nodes-whatsapp-session.sendTemplate', parameters };
		const workflow = {
			name: 'Choose a template',
			nodes: [start, send].map((node, column) => ({ ...node, typeVersion: 1, position: [column * 220, 0] })),
			connections: { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
		};
		const { id } = await stage.client.createWorkflow(pickCredential(workflow, stage.credential));
		await editor.openWorkflow(id);
		await editor.openNode('Send');
	}

	test("are what 'whatsapp' finds beside n8n's own, the trigger within its node", async () => {
		const found = await editor.searchNodes('whatsapp');
		await found.filter({ hasText: 'WhatsApp Session Window Check' }).waitFor();
		const names = (await found.allInnerTexts()).map((text) => text.split('\n')[0]);
		const ours = new Set([...nodes.map(({ displayName }) => displayName), 'WhatsApp Window Closing Trigger', 'Reach a Person on WhatsApp']);
		expect(names.sort()).toEqual(['WhatsApp Business Cloud', ...ours].sort());
		await editor.page.keyboard.press('Escape');
	});

	test.each([
		['opt-in', 'WhatsApp Session'],
		['opt out', 'WhatsApp Session'],
		['consent', 'WhatsApp Session'],
		['STOP', 'WhatsApp Session'],
		['broadcast', 'WhatsApp Send Template'],
		['bulk', 'WhatsApp Send Template'],
		['reminder', 'WhatsApp Window Closing Trigger'],
		['24 hour', 'WhatsApp Session Window Check'],
		['send and wait', 'WhatsApp Send Free-form'],
		['handover', 'WhatsApp Conversation Check'],
	])('%s finds %s', async (words, displayName) => {
		const found = await editor.searchNodes(words);
		await found.filter({ has: editor.page.getByText(displayName, { exact: true }) }).first().waitFor();
		await editor.page.keyboard.press('Escape');
	});

	test('WhatsApp Session is described by what it does as well, not by its events alone', async () => {
		const found = await editor.searchNodes('WhatsApp Session');
		await found.filter({ hasText: /Start the workflow when a person writes.* consent, contacts, sessions, templates and costs/ }).first().waitFor();
		await editor.page.keyboard.press('Escape');
	});

	describe('on a canvas without any data', () => {
		beforeAll(async () => {
			for (const { displayName, action } of nodes) {
				await editor.addNode(displayName, action);
				await editor.closeNode();
			}
			await editor.tidyUp();
		});
		afterEach(async () => await editor.closeNode());

		test.each(nodes)('$displayName has its labels, and its outputs on the canvas', async ({ name, labels, outputs }) => {
			const onCanvas = (await editor.node(name).innerText()).split('\n');
			expect(onCanvas).toEqual(expect.arrayContaining([name, ...outputs]));
			await editor.openNode(name);
			await expectLine(labels.at(-1) as string);
			const shown = await lines();
			expect(shown).toEqual(expect.arrayContaining(labels));
			// What the node before will give is shown by the names that its items have.
			const preview = (await editor.openedNode.getByTestId('ndv-input-panel').allInnerTexts()).flatMap((text) => text.split('\n'));
			expect(shown.filter((line) => RAW_NAME.test(line) && !preview.includes(line))).toEqual([]);
			expect(shown.filter((line) => /error|problem|could not|can't/i.test(line))).toEqual([]);
		});

		test("the trigger shows the address and the verify token that Meta's console asks for by hand", async () => {
			await editor.openNode('WhatsApp Session Trigger');
			await editor.chooseOption('registration', 'Manual');
			await editor.openedNode.getByText('Webhook URLs', { exact: true }).click();
			await editor.openedNode.getByText('Production URL', { exact: true }).click();
			await expectLine(new RegExp(`${stage.n8n.url}/webhook/[\\w-]{36}/webhook`));
			const token = editor.openedNode.getByTestId('parameter-input-verifyToken').locator('input');
			await waitUntil(async () => (await token.inputValue()) === 'simulator-verify-token', { what: 'the verify token to be shown' });
		});

		test('the trigger has an output for each chosen event, in the order of the list', async () => {
			await editor.openNode('WhatsApp Session Trigger');
			await editor.chooseOption('events', 'Call');
			await editor.page.getByRole('option').filter({ hasText: 'Message Failed' }).first().click();
			await editor.page.keyboard.press('Escape');
			await editor.closeNode();
			const onCanvas = (await editor.node('WhatsApp Session Trigger').innerText()).split('\n');
			expect(onCanvas.filter((line) => ['Message', 'Message Failed', 'Call'].includes(line))).toEqual([
				'Message',
				'Message Failed',
				'Call',
			]);
			await editor.openNode('WhatsApp Session Trigger');
		});

		test('Session Window Check takes the item as it is, or a timestamp instead of what is on record', async () => {
			await editor.openNode('Session Window Check');
			await expectLine('Empty: who wrote, behind the trigger; else the field recipient, phone or phoneNumber of the item');
			await expectLine('Empty: the number that the person wrote to, else the only one of the account');
			expect((await lines()).filter((line) => /undefined/.test(line))).toEqual([]);
			await editor.chooseOption('source', 'From a Timestamp');
			await expectLine('Empty: the field lastInboundAt of the item');
			const shown = await lines();
			expect(shown).toContain('Timestamp');
			expect(shown).not.toContain('Recipient');
			expect(shown.filter((line) => line.startsWith('Credential'))).toEqual([]);
		});

		test('Send Free-form asks for a template and the variable for its text once it may send one', async () => {
			await editor.openNode('Send Free-form');
			await editor.chooseOption('whenClosed', 'Send a Template Instead');
			await expectLine('Choose Template');
			expect(await lines()).not.toContain('Variable for the Text');
			await editor.choose('template', 'order_update (en_US)');
			await expectLine(/order_id \(e\.g\. .*/);
			await expectLine('Variable for the Text');
			const variables = await (await editor.openList('fallbackTextVariable')).allInnerTexts();
			expect(variables.map((text) => text.split(' ')[0])).toEqual(['first_name', 'order_id', 'status']);
		});

		test('Send Template turns the variables of the chosen template into fields', async () => {
			await editor.openNode('Send Template');
			await editor.choose('template', 'order_update (en_US)');
			for (const name of ['first_name', 'order_id', 'status']) await expectLine(new RegExp(`${name} \\(e\\.g\\. .*`));
		});

		test('Send Template shows the text of the chosen template, and says that its variables are empty', async () => {
			await editor.openNode('Send Template');
			await expectLine('Hello {{first_name}}, your order {{order_id}} is now {{status}}. Thank you for your patience.');
			await expectLine(/A variable of the template is still empty\..*/);
		});

		test('Send Template shows the fields of another template at the latest when it is opened again', async () => {
			await editor.openNode('Send Template');
			await editor.choose('template', 'appointment_reminder (en_US)');
			await editor.closeNode();
			await editor.openNode('Send Template');
			await expectLine(/2 \(e\.g\. .*/);
			await expectLine('Hello {{1}}, this is a reminder of your appointment on {{2}}. Reply to this message to change it.');
			expect(await lines()).not.toContainEqual(expect.stringMatching(/^first_name/));
		});
	});

	test('Send Template says that its form is that of another template, while n8n cannot ask for the right one', async () => {
		await openSend({ recipient: '={{ $json.phone }}' });
		await editor.choose('template', 'order_update (en_US)');
		await expectLine(/first_name \(e\.g\. .*/);
		await editor.choose('template', 'appointment_reminder (en_US)');
		await expectLine(/The fields and the text of the template are still those of the one before\..*/);
		await editor.closeNode();
		await editor.openNode('Send');
		await expectLine(/2 \(e\.g\. .*/);
		expect(await lines()).not.toContainEqual(expect.stringContaining('those of the one before'));
		await editor.closeNode();
	});

	describe('behind a node that has given an item', () => {
		beforeAll(async () => {
			await openSend({});
			await editor.openedNode.getByText('Execute previous nodes').click();
			await editor.openedNode.getByText('No input data').waitFor({ state: 'detached' });
			await editor.closeNode();
		});

		afterEach(async () => await editor.closeNode());

		test('Send Template changes its form with the template', async () => {
			await editor.openNode('Send');
			await editor.choose('template', 'order_update (en_US)');
			await expectLine(/first_name \(e\.g\. .*/);
			await editor.choose('template', 'appointment_reminder (en_US)');
			await expectLine(/2 \(e\.g\. .*/);
			await expectLine('Hello {{1}}, this is a reminder of your appointment on {{2}}. Reply to this message to change it.');
			expect(await lines()).not.toContainEqual(expect.stringMatching(/^first_name/));
			await editor.choose('template', 'hello_world (en_US)');
			await expectLine('This template has no variables, so there is nothing to fill in.');
			await editor.openedNode.getByText('Fetching variables').waitFor({ state: 'hidden' });
			await editor.openedNode.getByText('Fetching text').waitFor({ state: 'hidden' });
			expect(await lines()).not.toContainEqual(expect.stringContaining('Retry'));
			await editor.choose('template', 'receipt_with_image (en_US)');
			await expectLine(/Header image.*/);
			expect(await lines()).not.toContainEqual(expect.stringMatching(/could not be loaded|Retry/));
		});

		test('Send Template gives each card of a carousel its own fields', async () => {
			const card = templateCorpus.find(({ template }) => template.name === 'carousel_case');
			stage.simulator.putTemplate(card!.template);
			// The list that n8n remembers belongs to the address.
			await stage.addCredential(stage.credential.name, { graphApiBaseUrl: `${stage.simulator.url}/` });
			await editor.openNode('Send');
			await editor.choose('template', 'carousel_case (en_US)');
			for (const label of ['first_name.*', 'Card 1 image.*', 'Card 1 price.*', 'Card 1 Button 2 link end.*', 'Card 2 image.*']) {
				await expectLine(new RegExp(label));
			}
			expect(await lines()).not.toContainEqual(expect.stringMatching(/^Card 3/));
		});
	});

	test('Appointment reminder, executed in the editor, shows one item on Open and two on Closed', async () => {
		const support = await stage.importExample('support-auto-reply');
		await stage.connect(support);
		await seedConversations(stage.simulator);
		const { id } = await stage.importExample('appointment-reminder');
		await editor.openWorkflow(id);
		await editor.page.getByTestId('execute-workflow-button').click();
		const counts = ['1 item', '1 item', '3 items', '1 item', '2 items', ''];
		const look = async () =>
			(await editor.page.getByTestId('edge-label').allInnerTexts()).join() === counts.join();
		await waitUntil(look, { what: 'the item counts on the canvas' });
		await editor.openNode('Session Window Check');
		await expectLine('Open Branch (1 item)');
		await expectLine('Closed Branch (2 items)');
	});

	const node = (name: string, type: string, typeVersion: number, column: number, parameters: object) => ({
		...{ id: name, name, type, typeVersion, parameters: parameters as Record<string, unknown> },
		position: [column * 220, 0] as [number, number],
	});

	test('an item that cannot be read is named once, counted from 1', async () => {
		const people = [demoPeople.justWrote.waId, 'Maria', demoPeople.neverWrote.waId];
		const workflow = {
			name: 'Three people',
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
				node('People', 'n8n-nodes-base.code', 2, 1, { jsCode: `return ${JSON.stringify(people)}.map((recipient) => ({ json: { recipient } }));` }),
				node('Check', 'n8n-nodes-whatsapp-session.sessionWindowCheck', 1, 2, {}),
			],
			connections: {
				Start: { main: [[{ node: 'People', type: 'main', index: 0 }]] },
				People: { main: [[{ node: 'Check', type: 'main', index: 0 }]] },
			},
		};
		const { id } = await stage.client.createWorkflow(pickCredential(workflow, stage.credential));
		await editor.openWorkflow(id);
		await editor.page.getByTestId('execute-workflow-button').click();
		await editor.page.getByText(/Problem in node/).first().waitFor();
		await editor.openNode('Check');
		await expectLine("'Recipient' is neither a phone number nor a business-scoped user ID (BSUID): Maria [item 2 of 3]");
		await editor.closeNode();
	});

	test('a question that waits says where to answer it', async () => {
		const jsonOutput = JSON.stringify({ recipient: `+${demoPeople.justWrote.waId}`, phoneNumberId: '106540352242922' });
		const workflow = {
			name: 'A question',
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
				node('Person', 'n8n-nodes-base.set', 3.4, 1, { mode: 'raw', jsonOutput }),
				node('Ask', 'n8n-nodes-whatsapp-session.sendFreeForm', 2, 2, { operation: 'ask', text: 'Shall we come on Monday?' }),
			],
			connections: {
				Start: { main: [[{ node: 'Person', type: 'main', index: 0 }]] },
				Person: { main: [[{ node: 'Ask', type: 'main', index: 0 }]] },
			},
		};
		const { id } = await stage.client.createWorkflow(pickCredential(workflow, stage.credential));
		await editor.openWorkflow(id);
		await editor.page.getByTestId('execute-workflow-button').click();
		await waitUntil(async () => stage.simulator.sent().some(({ text }) => text.includes('Shall we come on Monday?')), { what: 'the question' });
		await editor.openNode('Ask');
		await expectLine(/The message went out\. Answer it on the phone, or on the page of the simulator: .*/);
		await editor.closeNode();
	});

	test('the alarm before a window closes has its labels', async () => {
		await editor.openNewWorkflow();
		await editor.addNode('WhatsApp Window Closing Trigger');
		await expectLine('Options');
		expect(await lines()).toEqual(expect.arrayContaining(['Before It Closes', 'Unit', 'Conversations', 'Put Out', 'Before the Night']));
		await editor.closeNode();
	});
});
