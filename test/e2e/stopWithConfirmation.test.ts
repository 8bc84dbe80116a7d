import { demoPeople } from '../../scripts/demo/demoPeople';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';

const ada = demoPeople.justWrote.waId;

describe('the example STOP with confirmation in a real n8n', () => {
	let stage: Stage;
	let workflowId: string;

	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		const workflow = await stage.importExample('stop-with-confirmation');
		workflowId = workflow.id;
		await stage.connect(workflow);
	});
	afterAll(async () => await stage?.close());

	const texts = () => stage.simulator.sent().map(({ text }) => text);
	const said = async (count: number) => {
		await waitUntil(async () => texts().length >= count, { what: `${count} answers`, timeoutMs: 20_000 });
		return texts();
	};
	/** What the node *Note* has put out in the execution of a number. */
	const noted = async (run: number) => {
		const execution = (await stage.client.waitForExecutions(workflowId, run))[run - 1];
		expect(execution?.status).toBe('success');
		return itemsOf(execution!, 'Note');
	};

	test('answers a stop once, in the words of the trigger, and says who it was', async () => {
		stage.simulator.write({ from: ada, text: 'Stop 🛑' });
		expect(await noted(1)).toMatchObject([{ recipient: `+${ada}`, about: 'marketing', state: 'optedOut', source: 'keyword' }]);
		expect(await said(1)).toEqual(['You will get no more offers from us. Write START to get them again.']);
	});

	test('answers what is no stop word as ever', async () => {
		stage.simulator.write({ from: ada, text: 'When do you open?' });
		expect(await noted(2)).toEqual([]);
		expect((await said(2))[1]).toBe('Thank you for your message. We will look into it.');
	});

	test('takes the opt-out back with START, and with what the person chooses in WhatsApp', async () => {
		stage.simulator.setClock({ offsetSeconds: 2 });
		stage.simulator.write({ from: ada, text: 'start' });
		expect(await noted(3)).toMatchObject([{ state: 'optedIn', source: 'keyword' }]);
		expect((await said(3))[2]).toBe('Good to have you back! Write STOP to get no more offers.');
		stage.simulator.preferMarketing({ from: ada, value: 'stop' });
		expect(await noted(4)).toMatchObject([{ state: 'optedOut', source: 'userPreferences' }]);
		expect(texts()).toHaveLength(3);
	});
});
