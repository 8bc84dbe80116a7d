// Takes the pictures of the documents: `npm run screenshots`, or only some, `npm run screenshots -- costs`. Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../simulator/Simulator.ts';
import { callbackUrl } from './demo/callbackUrl.ts';
import { DemoState } from './demo/DemoState.ts';
import { demoPeople } from './demo/demoPeople.ts';
import { startDemo } from './demo/startDemo.ts';
import { Editor } from './editor/Editor.ts';
import { N8nClient } from './n8n/N8nClient.ts';
import { projectFolder } from './n8n/projectFolder.ts';
import { waitUntil } from './n8n/waitUntil.ts';

const docs = join(projectFolder(), 'docs');
const person = demoPeople.wroteYesterday;

/** A demo that runs. */
interface Demo {
	editor: Editor;
	client: N8nClient;
	simulator: Simulator;
}

/** The webhook about the last message, posted to the address at which the editor listens. */
async function postToListening({ client, simulator }: Demo, workflowId: string): Promise<void> {
	const delivery = simulator.deliveries().findLast(({ summary }) => summary.startsWith('message'));
	const url = callbackUrl(client.url, await client.getWorkflow(workflowId)).replace('/webhook/', '/webhook-test/');
	const signature = delivery?.attempts[0]?.signature ?? '';
	const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature };
	const post = async () => (await fetch(url, { method: 'POST', headers, body: delivery?.rawBody })).ok;
	await waitUntil(post, { what: 'the editor to listen' });
}

/** The workflow on the canvas, after a run, and the check in it. */
async function takeCanvas(demo: Demo): Promise<void> {
	const { editor, client } = demo;
	const { page } = editor;
	const workflow = await client.findWorkflow('Support auto-reply');
	if (!workflow) throw new Error('The demo has no workflow "Support auto-reply".');
	await editor.openWorkflow(workflow.id);
	// n8n shows its Production Checklist at a time of its own choosing.
	const checklist = page.getByTestId('suggested-actions-close');
	await page.addLocatorHandler(checklist, () => checklist.click());
	await page.getByTestId('execute-workflow-button').click();
	await postToListening(demo, workflow.id);
	await page.getByTestId('edge-label').filter({ hasText: '1 item' }).nth(1).waitFor();
	await page.getByText('Workflow executed successfully').waitFor({ state: 'hidden' });
	await page.screenshot({ path: join(docs, 'support-auto-reply.png'), animations: 'disabled' });
	await editor.openNode('Session Window Check');
	await editor.openedNode.getByTestId('output-panel').getByText('Schema', { exact: true }).click();
	await page.screenshot({ path: join(docs, 'session-window-check.png'), animations: 'disabled' });
}

async function findCredential(client: N8nClient): Promise<{ id: string; name: string }> {
	const credentials = await client.rest<Array<{ id: string; name: string; type: string }>>('GET', '/credentials');
	const credential = credentials.find(({ type }) => type === 'whatsAppSessionApi');
	if (!credential) throw new Error('The demo has no credential.');
	return credential;
}

/** The form of a carousel, in a workflow of its own that has run up to the node. */
async function takeTemplate({ editor, client }: Demo): Promise<void> {
	const { page } = editor;
	const credential = await findCredential(client);
	const node = (name: string, type: string, column: number, parameters: Record<string, unknown> = {}) => ({
		...{ id: name, name, type, typeVersion: 1, position: [column * 220, 0] as [number, number], parameters },
		...(type.includes('whatsapp') && { credentials: { whatsAppSessionApi: { id: credential.id, name: credential.name } } }),
	});
	const json = '{ "recipient": "+12025550143", "phoneNumberId": "106540352242922" }';
	const { id } = await client.createWorkflow({
		name: 'Spring collection',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 0),
			{ ...node('Customer', 'n8n-nodes-base.set', 1, { mode: 'raw', jsonOutput: json }), typeVersion: 3.4 },
			{ ...node('Send Template', 'n8n-nodes-whatsapp-session.sendTemplate', 2), typeVersion: 2 },
		],
		connections: {
			Start: { main: [[{ node: 'Customer', type: 'main', index: 0 }]] },
			Customer: { main: [[{ node: 'Send Template', type: 'main', index: 0 }]] },
		},
	});
	await page.setViewportSize({ width: 1400, height: 1150 });
	await editor.openWorkflow(id);
	await editor.openNode('Send Template');
	await editor.openedNode.getByText('Execute previous nodes').click();
	await editor.openedNode.getByText('No input data').waitFor({ state: 'detached' });
	const entries = await editor.openList('template');
	await entries.filter({ hasText: 'plant_collection' }).first().click();
	await editor.openedNode.getByText(/^Card 2 image/).first().waitFor();
	await page.getByText('Node was not executed').waitFor({ state: 'hidden' });
	await page.screenshot({ path: join(docs, 'send-template.png'), animations: 'disabled' });
	await page.setViewportSize({ width: 1400, height: 800 });
}

/** Who can be written to right now. */
async function takeSessions({ editor, client }: Demo): Promise<void> {
	const { page } = editor;
	const credential = await findCredential(client);
	const { id } = await client.createWorkflow({
		name: 'Who waits for an answer',
		nodes: [
			{ id: 'Start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				...{ id: 'Sessions', name: 'WhatsApp Session', type: 'n8n-nodes-whatsapp-session.whatsAppSession', typeVersion: 1 },
				position: [220, 0],
				parameters: { resource: 'session', operation: 'getAll', filters: { unanswered: false } },
				credentials: { whatsAppSessionApi: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Start: { main: [[{ node: 'WhatsApp Session', type: 'main', index: 0 }]] } },
	});
	await page.setViewportSize({ width: 1400, height: 900 });
	await editor.openWorkflow(id);
	await page.getByTestId('execute-workflow-button').click();
	await page.getByTestId('edge-label').filter({ hasText: '1 item' }).first().waitFor();
	await page.getByText('Workflow executed successfully').waitFor({ state: 'hidden' });
	await editor.openNode('WhatsApp Session');
	await editor.openedNode.getByTestId('output-panel').getByText('Schema', { exact: true }).click();
	await page.screenshot({ path: join(docs, 'session-get-many.png'), animations: 'disabled' });
	await page.setViewportSize({ width: 1400, height: 800 });
}

/** The fields of one node in a workflow of its own. */
async function takeFields(
	{ editor, client }: Demo,
	picture: string,
	{ name, type, typeVersion, parameters }: { name: string; type: string; typeVersion: number; parameters: Record<string, unknown> },
): Promise<void> {
	const { page } = editor;
	const credential = await findCredential(client);
	const { id } = await client.createWorkflow({
		name,
		nodes: [
			{
				...{ id: name, name, type: `n8n-nodes-whatsapp-session.${type}`, typeVersion, position: [0, 0], parameters },
				credentials: { whatsAppSessionApi: { id: credential.id, name: credential.name } },
			},
		],
		connections: {},
	});
	await page.setViewportSize({ width: 1400, height: 1300 });
	await editor.openWorkflow(id);
	await editor.openNode(name);
	await editor.openedNode.getByText('Options', { exact: true }).first().waitFor();
	if ('templateName' in parameters) await editor.openedNode.getByText('The person reads:').waitFor();
	await editor.openedNode.getByText(/^Fetching /).waitFor({ state: 'hidden' });
	await page.screenshot({ path: join(docs, picture), animations: 'disabled' });
	await page.setViewportSize({ width: 1400, height: 800 });
}

/** Consent and manners of a send, the alarm, and what counts as an opt-out. */
async function takeRules(demo: Demo): Promise<void> {
	const manners = { quietFrom: '21:00', quietUntil: '08:00', marketingCap: 2, marketingCapDays: 7, templatePauseHours: 24, unansweredCap: 3 };
	const template = { templateFrom: 'name', templateName: 'summer_sale', templateLanguage: 'en_US' };
	await takeFields(demo, 'send-template-manners.png', { name: 'Send Template', type: 'sendTemplate', typeVersion: 2, parameters: { ...template, manners } });
	await takeFields(demo, 'window-closing-trigger.png', { name: 'Window Closing Trigger', type: 'windowClosingTrigger', typeVersion: 1, parameters: {} });
	const options = { confirmOptOut: 'You will get no more offers from us. Write START to get them again.', stopButtons: ['No more offers'], stopWordsCover: 'marketing' };
	const events = ['message', 'optInChange'];
	await takeFields(demo, 'opt-out-options.png', { name: 'WhatsApp Session Trigger', type: 'whatsAppSessionTrigger', typeVersion: 2, parameters: { events, options } });
}

/** The trigger as it is when it has just been added, and the tool of an agent that fills in whom and what. */
async function takeNodes(demo: Demo): Promise<void> {
	await takeFields(demo, 'whatsapp-session-trigger.png', { name: 'WhatsApp Session Trigger', type: 'whatsAppSessionTrigger', typeVersion: 2, parameters: {} });
	const byModel = (label: string) => `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${label}', \`\`, 'string') }}`;
	const template = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };
	const parameters = { recipient: byModel('Recipient'), text: byModel('Text'), ...template };
	await takeFields(demo, 'reach-a-person.png', { name: 'Reach a Person on WhatsApp', type: 'reachPersonTool', typeVersion: 2, parameters });
}

/** Whose turn it is, messages in a row, what waits for the person, and what it costs. */
async function takeTurns(demo: Demo): Promise<void> {
	const events = ['message'];
	const options = { combineMessages: true, combineWaitSeconds: 5, combineMostMessages: 20, combineMostSeconds: 60 };
	const nudge = { text: 'Your order 1042 is ready.', whenClosed: 'keep', templateFrom: 'name', templateName: 'message_waiting', templateLanguage: 'en_US' };
	const rateTable = '[{ "category": "service", "currency": "EUR", "rate": "0.0068" }]';
	await takeFields(demo, 'conversation-check.png', { name: 'Conversation Check', type: 'conversationCheck', typeVersion: 1, parameters: {} });
	await takeFields(demo, 'combine-messages.png', { name: 'WhatsApp Session Trigger', type: 'whatsAppSessionTrigger', typeVersion: 2, parameters: { events, options } });
	await takeFields(demo, 'keep-and-nudge.png', { name: 'Send Free-form', type: 'sendFreeForm', typeVersion: 2, parameters: nudge });
	await takeFields(demo, 'usage-get.png', { name: 'WhatsApp Session', type: 'whatsAppSession', typeVersion: 1, parameters: { resource: 'usage', operation: 'get', options: { timeZone: 'Europe/Berlin', rateTable } } });
}

/** An order with two items. */
async function takeOrder(demo: Demo): Promise<void> {
	const pay = { orderCountry: 'BR', brazilPayments: ['link'], paymentLink: 'https://pay.example/order-1042' };
	const items = { item: [{ name: 'Lavender, 12 cm', amount: '24.90', quantity: 2 }, { name: 'Fern', amount: '39.50', quantity: 1 }] };
	const order = { messageType: 'orderDetails', body: 'Your order is ready. Please pay it here.', orderReference: 'order-1042', ...pay, items, orderOptions: { shippingAmount: '12.00' } };
	await takeFields(demo, 'send-order-details.png', { name: 'Send Free-form', type: 'sendFreeForm', typeVersion: 2, parameters: order });
}

/** A budget, what is told of by itself, and the figures of the simulator. */
async function takeCosts(demo: Demo): Promise<void> {
	const { editor: { page }, simulator } = demo;
	const budget = { month: { mostCharged: 500, timeZone: 'Europe/Berlin' } };
	const options = { usageTimeZone: 'Europe/Berlin' };
	const events = ['message', 'usageReached', 'givenUp'];
	await takeFields(demo, 'budget.png', { name: 'Send Free-form', type: 'sendFreeForm', typeVersion: 2, parameters: { text: 'Your order 1042 is ready.', options: { budget } } });
	await takeFields(demo, 'usage-reached.png', { name: 'WhatsApp Session Trigger', type: 'whatsAppSessionTrigger', typeVersion: 2, parameters: { events, usageCharged: '5000', options } });
	await page.goto(simulator.url);
	const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What messages cost' }) });
	await panel.getByRole('table').first().waitFor();
	await panel.screenshot({ path: join(docs, 'simulator-usage.png'), animations: 'disabled' });
}

/** Messages with something to tap, in one workflow, and how they look to the person. */
async function takeMessages({ editor, client, simulator }: Demo): Promise<void> {
	const { page } = editor;
	const { id: credentialId, name: credentialName } = await findCredential(client);
	const sendNode = (name: string, column: number, parameters: Record<string, unknown>) => ({
		...{ id: name, name, type: 'n8n-nodes-whatsapp-session.sendFreeForm', typeVersion: 1 },
		parameters: { phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' }, ...parameters },
		position: [column * 220, 0] as [number, number],
		credentials: { whatsAppSessionApi: { id: credentialId, name: credentialName } },
	});
	const row = (title: string, description: string, section: string) => ({ title, description, id: '', section });
	const card = (plant: string, body: string) => ({
		mediaType: 'image',
		media: `https://shop.example/${plant}.jpg`,
		body,
		linkLabel: 'Buy',
		linkUrl: `https://shop.example/${plant}`,
	});
	const nodes = [
		{ id: 'Start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} },
		sendNode('Buttons', 1, {
			recipient: `+${person.waId}`,
			messageType: 'buttons',
			headerType: 'text',
			headerText: 'Your order 1042',
			body: 'It is ready. How do you want to get it?',
			footer: 'Example Shop',
			buttons: { button: [{ title: 'Deliver it', id: 'deliver-1042' }, { title: 'I come by', id: 'collect-1042' }] },
		}),
		sendNode('List', 2, {
			recipient: `+${person.waId}`,
			messageType: 'list',
			headerText: 'Delivery',
			body: 'When shall we come?',
			footer: 'Example Shop',
			listButton: 'Choose a time',
			rows: {
				row: [
					row('Monday 10:30', 'Our own van', 'This week'),
					row('Tuesday 14:00', 'Our own van', 'This week'),
					row('Next Monday 9:00', 'By bicycle', 'Next week'),
				],
			},
		}),
		sendNode('Carousel', 3, {
			recipient: `+${person.waId}`,
			messageType: 'carousel',
			cardKind: 'link',
			body: 'These would go well with your fern.',
			cards: { card: [card('lavender', 'Lavender, for sunny places'), card('moss', 'Moss, for the shade')] },
		}),
	];
	const names = nodes.map(({ name }) => name);
	const next = (name: string) => ({ main: [[{ node: names[names.indexOf(name) + 1] ?? '', type: 'main', index: 0 }]] });
	const connections = Object.fromEntries(names.slice(0, -1).map((name) => [name, next(name)]));
	const { id } = await client.createWorkflow({ name: 'Delivery', nodes, connections });
	simulator.write({ from: person.waId, text: 'Is my order ready?' });
	await simulator.idle();
	await page.setViewportSize({ width: 1400, height: 1150 });
	await editor.openWorkflow(id);
	await page.getByTestId('execute-workflow-button').click();
	const isShown = async () => simulator.sent().some(({ text }) => text.includes('These would go well'));
	await waitUntil(isShown, { what: 'the carousel to be sent' });
	await editor.openNode('List');
	await page.getByText('Workflow executed successfully').waitFor({ state: 'hidden' });
	await page.screenshot({ path: join(docs, 'send-free-form.png'), animations: 'disabled' });
	await page.goto(simulator.url);
	await page.getByText(person.name).first().click();
	await page.getByText('These would go well').first().waitFor();
	await page.screenshot({ path: join(docs, 'simulator-messages.png'), animations: 'disabled' });
	await page.setViewportSize({ width: 1400, height: 800 });
}

/** A conversation that has both kinds of messages in it. */
async function takeSimulator({ editor, simulator }: Demo): Promise<void> {
	simulator.write({ from: person.waId, text: 'Thank you! I will come by on Saturday.' });
	const isAnswered = async () =>
		simulator.sent().some(({ waId, type, status }) => waId === person.waId && type === 'text' && status === 'read');
	await waitUntil(isAnswered, { what: 'the answer to be read' });
	await editor.page.goto(simulator.url);
	await editor.page.getByText(person.name).first().click();
	await editor.page.getByText('I will come by on Saturday').first().waitFor();
	await editor.page.screenshot({ path: join(docs, 'simulator.png'), animations: 'disabled' });
}

/** What pictures there are, by the names to choose them by, in the order in which they are taken. */
const pictures: Record<string, (demo: Demo) => Promise<void>> = {
	canvas: takeCanvas,
	template: takeTemplate,
	sessions: takeSessions,
	nodes: takeNodes,
	rules: takeRules,
	turns: takeTurns,
	costs: takeCosts,
	orders: takeOrder,
	simulator: takeSimulator,
	messages: takeMessages,
};

function chosenPictures(names: string[]): typeof pictures {
	const unknown = names.find((name) => !Object.hasOwn(pictures, name));
	if (unknown !== undefined) throw new Error(`There are no pictures "${unknown}". Choose some of: ${Object.keys(pictures).join(', ')}.`);
	return names.length === 0 ? pictures : Object.fromEntries(Object.entries(pictures).filter(([name]) => names.includes(name)));
}

const chosen = chosenPictures(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-screenshots-'));
const cleanUp: Array<() => Promise<void>> = [];
try {
	mkdirSync(docs, { recursive: true });
	const state = new DemoState(join(folder, 'demo.json'));
	const { signal } = new AbortController();
	const { n8n, simulator } = await startDemo({ folder, state, signal, cleanUp, say: console.log });
	await simulator.idle();
	const editor = await Editor.open(n8n.url, { width: 1400, height: 800 });
	cleanUp.push(() => editor.close());
	const demo = { editor, simulator, client: await N8nClient.connect(n8n.url) };
	for (const take of Object.values(chosen)) await take(demo);
} finally {
	for (const end of cleanUp.reverse()) await end();
	rmSync(folder, { recursive: true, force: true });
}
