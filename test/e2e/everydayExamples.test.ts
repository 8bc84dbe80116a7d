import { demoPeople } from '../../scripts/demo/demoPeople';
import type { ExampleName } from '../../scripts/demo/exampleNames';
import { pickCredential } from '../../scripts/demo/pickCredential';
import { readExample } from '../../scripts/demo/readExample';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { toldOf } from './agentWorkflow';
import { startScriptedModel, type ScriptedModel } from './startScriptedModel';
import { startStage, type Stage } from './startStage';

const ada = demoPeople.justWrote.waId;
const ben = demoPeople.wroteYesterday.waId;
const cleo = demoPeople.neverWrote.waId;

describe('examples of everyday work in a real n8n', () => {
	let stage: Stage;
	let model: ScriptedModel;
	let photos: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await startStage();
		model = await startScriptedModel([
			{ arguments: { recipient: `+${ada}`, text: 'Your table is booked for 19:30.' } },
			{ arguments: { recipient: `+${cleo}`, text: 'Your table is booked for 19:30.' } },
		]);
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		photos = await stage.importExample('photos-into-archive');
		await stage.connect(photos);
	});
	afterAll(async () => {
		await stage?.close();
		await model?.close();
	});

	const sentTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);
	const textsTo = (waId: string) => sentTo(waId).map(({ text }) => text);

	/** Calls a workflow as a shop or a website does. */
	async function call(path: string, body: Record<string, unknown>): Promise<void> {
		const answer = await fetch(`${stage.n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		expect(answer.status).toBe(200);
	}

	/** Calls an example, and gives its execution when it has ended or waits. */
	async function run(name: ExampleName, path: string, body: Record<string, unknown>): Promise<N8nExecution> {
		const { id } = await stage.importExample(name);
		await call(path, body);
		return (await stage.client.waitForExecutions(id, 1))[0] as N8nExecution;
	}

	test('Photos into your archive passes the picture on and thanks for it', async () => {
		stage.simulator.write({ from: ada, type: 'image' });
		const [execution] = await stage.client.waitForExecutions(photos.id, 1);
		expect(execution?.status).toBe('success');
		expect(itemsOf(execution!, 'Your archive')).toMatchObject([{ recipient: `+${ada}`, message: { type: 'image', media: { mimeType: 'image/jpeg' } } }]);
		expect(itemsOf(execution!, 'Ask again')).toEqual([]);
		expect(textsTo(ada)).toEqual([expect.stringMatching(/^Thank you, we have got /)]);
	});

	test('Book an appointment asks, waits, and confirms what was tapped', async () => {
		const waiting = await run('book-an-appointment', 'book-appointment', { phone: `+${ada}`, first_name: 'Ada' });
		expect(waiting.status).toBe('waiting');
		stage.simulator.tap({ from: ada, button: 'Tuesday 9:00' });
		const execution = await waitUntil(
			async () => {
				const now = await stage.client.waitForExecution(waiting.id);
				return now.status !== 'waiting' && now;
			},
			{ what: 'the booking to go on', timeoutMs: 60_000 },
		);
		expect(execution.status).toBe('success');
		expect(textsTo(ada).at(-1)).toBe('Thank you! You are booked for Tuesday 9:00.');
		expect(itemsOf(execution, 'Let a person answer')).toEqual([]);
	});

	test('Keep it and nudge keeps what cannot be said, nudges once, lists it, and says it when the person writes', async () => {
		const workflow = await stage.importExample('keep-and-nudge');
		for (const text of ['Your parcel is at the neighbour.', 'It is the house with the blue door.']) await call('tell-somebody', { phone: `+${ben}`, text });
		await stage.client.waitForExecutions(workflow.id, 2);
		expect(sentTo(ben)).toMatchObject([{ type: 'template', text: expect.stringContaining('Reply to this message') }]);
		const { executionId } = await stage.client.run(workflow.id, 'When clicking ‘Execute workflow’');
		const listed = await stage.client.waitForExecution(String(executionId));
		expect(itemsOf(listed, 'What waits')).toHaveLength(2);
		stage.simulator.write({ from: ben, text: 'Yes?' });
		await waitUntil(async () => textsTo(ben).length >= 3, { what: 'what was kept to go out', timeoutMs: 60_000 });
		expect(textsTo(ben).slice(1)).toEqual(['Your parcel is at the neighbour.', 'It is the house with the blue door.']);
	});

	test('Abandoned cart leaves in peace whoever has not opted in, and says why', async () => {
		const execution = await run('abandoned-cart', 'abandoned-cart', { phone: `+${cleo}`, first_name: 'Cleo', cart_id: 'c-7', code: 'GARDEN10' });
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Note')).toMatchObject([{ recipient: `+${cleo}`, reason: 'noOptIn' }]);
		expect(sentTo(cleo)).toEqual([]);
	});

	test('An agent that reaches people reaches one by text and one by template', async () => {
		const openAi = { name: 'Scripted', type: 'openAiApi', data: { apiKey: 'none', url: model.url } };
		const credentials = { openAiApi: { id: await stage.client.saveCredential(openAi), name: openAi.name } };
		const example = pickCredential(readExample('agent-reaches-people'), stage.credential);
		const nodes = example.nodes.map((node) => (node.name === 'OpenAI Chat Model' ? { ...node, credentials } : node));
		const { id } = await stage.publish({ ...example, nodes });
		const before = sentTo(ada).length;
		const form = new FormData();
		form.append('field-0', `Tell +${ada} and +${cleo} that the table is booked for 19:30.`);
		expect((await fetch(`${stage.n8n.url}/form/tell-people`, { method: 'POST', body: form })).status).toBe(200);
		const [execution] = await stage.client.waitForExecutions(id, 1, 90_000);
		expect(execution?.status).toBe('success');
		expect(toldOf(model)).toMatchObject([
			{ isReached: true, by: 'text' },
			{ isReached: true, by: 'template' },
		]);
		expect(textsTo(ada).slice(before)).toEqual(['Your table is booked for 19:30.']);
		expect(sentTo(cleo)).toMatchObject([{ template: { name: 'support_reply' } }]);
	});

	describe('An order that is paid in WhatsApp', () => {
		const items = [{ name: 'Ticket', amount: 12.5, quantity: 2 }];
		let workflow: StoredN8nWorkflow;

		beforeAll(async () => {
			// One workflow at a time has the webhooks of the app.
			await stage.client.unpublish(photos.id);
			workflow = await stage.importExample('order-and-payment');
			await stage.connect(workflow);
		});

		/** Pays, or fails to, and gives the execution that hears of it. */
		async function pay(status: 'captured' | 'pending', count: number): Promise<N8nExecution | undefined> {
			stage.simulator.pay({ from: ada, status });
			const executions = await stage.client.waitForExecutions(workflow.id, count);
			return executions.find((execution) => itemsOf(execution, 'WhatsApp Session Trigger').some(({ payment }) => (payment as { status: string }).status === status));
		}

		test('is sent by a message while the window is open, paid, and shown as paid', async () => {
			stage.simulator.write({ from: ada, text: 'I take two tickets' });
			await stage.simulator.idle();
			await call('order-to-pay', { phone: `+${ada}`, first_name: 'Ada', order_id: '1042', items });
			const [ordered] = await stage.client.waitForExecutions(workflow.id, 1);
			expect(ordered?.status).toBe('success');
			expect(sentTo(ada).at(-1)).toMatchObject({ type: 'interactive', text: expect.stringContaining('order-1042') });
			const failed = await pay('pending', 2);
			expect(itemsOf(failed!, 'Say that it failed')).toMatchObject([{ recipient: `+${ada}`, message: { sentAs: 'freeForm' } }]);
			const paid = await pay('captured', 3);
			expect(itemsOf(paid!, 'Show it as paid')).toMatchObject([{ payment: { referenceId: 'order-1042', amount: 25, currency: 'INR' }, message: { sentAs: 'freeForm' } }]);
			expect(textsTo(ada).at(-1)).toMatch(/^\[order: order-1042, processing, payment captured\]/);
		});

		test('goes by template when the window is closed', async () => {
			await call('order-to-pay', { phone: `+${cleo}`, first_name: 'Cleo', order_id: '1043', items });
			await stage.client.waitForExecutions(workflow.id, 4);
			expect(sentTo(cleo).at(-1)).toMatchObject({ type: 'template', template: { name: 'payment_request' } });
			expect(JSON.stringify(sentTo(cleo).at(-1))).toContain('order-1043');
		});
	});
});
