import { demoPeople } from '../../scripts/demo/demoPeople';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import type { MessageRecord } from '../../simulator/world/MessageRecord';
import { startStage, type Stage } from './startStage';

const ada = demoPeople.justWrote.waId;
const ben = demoPeople.wroteYesterday.waId;
const cleo = demoPeople.neverWrote.waId;

describe('the example workflows in a real n8n', () => {
	let stage: Stage;
	let support: StoredN8nWorkflow;
	let supportRuns = 0;

	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		support = await stage.importExample('support-auto-reply');
		await stage.connect(support);
	});
	afterAll(async () => await stage?.close());

	/** Lets a person write, and waits until the support workflow has dealt with it. */
	async function write(from: string, text: string, agoHours = 0): Promise<{ id: string; execution: N8nExecution }> {
		stage.simulator.setClock({ agoHours });
		const { id } = stage.simulator.write({ from, text });
		stage.simulator.setClock({ reset: true });
		supportRuns += 1;
		const executions = await stage.client.waitForExecutions(support.id, supportRuns);
		return { id, execution: executions[supportRuns - 1] as N8nExecution };
	}

	/** What the business has sent since `count` messages. */
	const sentSince = (count: number): MessageRecord[] => stage.simulator.sent().slice(count);

	async function reportOrder(workflow: StoredN8nWorkflow, phone: string, run: number): Promise<N8nExecution> {
		const order = { phone, first_name: 'Ada', order_id: '1042', status: 'shipped' };
		const answer = await fetch(`${stage.n8n.url}/webhook/order-update`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(order),
		});
		expect(answer.status).toBe(200);
		return (await stage.client.waitForExecutions(workflow.id, run))[run - 1] as N8nExecution;
	}

	test('Support auto-reply answers a message with a free-form message that quotes it', async () => {
		const before = stage.simulator.sent().length;
		const { id, execution } = await write(ada, 'Where is my "order"?');
		expect(execution.status).toBe('success');
		expect(sentSince(before)).toMatchObject([{ waId: ada, type: 'text', contextId: id }]);
		expect(sentSince(before)[0]?.text).toContain('You wrote: "Where is my "order"?".');
		expect(itemsOf(execution, 'Send Template')).toEqual([]);
	});

	test('Support auto-reply answers a message that arrives 25 hours late with the template', async () => {
		const before = stage.simulator.sent().length;
		const { execution } = await write(ben, 'Do you have the fern?', 25);
		expect(execution.status).toBe('success');
		expect(sentSince(before)).toMatchObject([{ waId: ben, template: { name: 'support_reply', language: 'en_US' } }]);
		expect(itemsOf(execution, 'Session Window Check', 1)).toMatchObject([{ session: { reason: 'expired' } }]);
	});

	test('Appointment reminder sends one free-form message and two templates in one run', async () => {
		const before = stage.simulator.sent().length;
		const workflow = await stage.importExample('appointment-reminder');
		const { executionId } = await stage.client.run(workflow.id, 'Every day at 9');
		const execution = await stage.client.waitForExecution(String(executionId));
		expect(execution.status).toBe('success');
		const sent = sentSince(before).map(({ waId, type }) => [waId, type]);
		expect(sent.sort()).toEqual([
			[ada, 'text'],
			[ben, 'template'],
			[cleo, 'template'],
		]);
		expect(itemsOf(execution, 'Send Template').map((item) => item.firstName)).toEqual(['Ben', 'Cleo']);
	});

	test('Order update sends a template while the window is closed and a free-form message once it is open', async () => {
		const workflow = await stage.importExample('order-update');
		const closed = await reportOrder(workflow, '+1 (202) 555-0156', 1);
		expect(itemsOf(closed, 'Send Template')).toMatchObject([
			{ order_id: '1042', message: { sentAs: 'template' }, session: { isOpen: false } },
		]);
		await write(ben, 'Thank you');
		const open = await reportOrder(workflow, '+1 (202) 555-0156', 2);
		expect(itemsOf(open, 'Send Free-form')).toMatchObject([{ order_id: '1042', message: { sentAs: 'freeForm' } }]);
		expect(itemsOf(open, 'Send Template')).toEqual([]);
	});

	test('Opt-in by form enters a yes with its words and sends the template, and enters a no', async () => {
		const workflow = await stage.importExample('opt-in-by-form');
		const fillIn = async (offers: string, run: number): Promise<N8nExecution> => {
			const form = new FormData();
			for (const [index, value] of ['Cleo', `+${cleo}`, offers].entries()) form.append(`field-${index}`, value);
			const answer = await fetch(`${stage.n8n.url}/form/whatsapp-offers`, { method: 'POST', body: form });
			expect(answer.status).toBe(200);
			return (await stage.client.waitForExecutions(workflow.id, run))[run - 1] as N8nExecution;
		};
		const before = stage.simulator.sent().length;
		const words = 'Yes, send me offers by WhatsApp. I can stop them at any time.';
		const yes = await fillIn(words, 1);
		expect(itemsOf(yes, 'Opt In')).toMatchObject([
			{
				consent: { marketing: 'optedIn' },
				consentEntry: { kind: 'marketing', source: 'form', evidence: expect.stringContaining('whatsapp-offers 20'), wording: words },
			},
		]);
		expect(sentSince(before)).toMatchObject([{ waId: cleo, template: { name: 'summer_sale' } }]);
		const no = await fillIn('No offers, please.', 2);
		expect(no.status).toBe('success');
		expect(itemsOf(no, 'Opt Out')).toMatchObject([{ consent: { marketing: 'optedOut' } }]);
		expect(sentSince(before)).toHaveLength(1);
	});

	test('a free-form message that Meta refuses goes out as a template', async () => {
		const workflow = await stage.client.findWorkflow('Order update');
		stage.simulator.failNext({ mode: 'error', code: 131047 });
		const execution = await reportOrder(workflow as StoredN8nWorkflow, `+${ada}`, 3);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Send Free-form', 1)).toMatchObject([{ session: { reason: 'closedByPlatform' } }]);
		expect(itemsOf(execution, 'Send Template')).toMatchObject([{ message: { sentAs: 'template' } }]);
	});
});
