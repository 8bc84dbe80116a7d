import { demoPeople } from '../../scripts/demo/demoPeople';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { startStage, type Stage } from './startStage';

const ada = demoPeople.justWrote.waId;
const BOT = 'Thank you for your message! I am a bot. Write "agent" to talk to a person.';

describe('the example Support with a way to a person in a real n8n', () => {
	let stage: Stage;
	let workflow: StoredN8nWorkflow;
	let runs = 0;

	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		workflow = await stage.importExample('bot-and-people');
		await stage.connect(workflow);
	});
	afterAll(async () => await stage?.close());

	const texts = () => stage.simulator.sent().map(({ text }) => text);
	/** Lets Ada write, and gives the execution when it has ended. */
	const write = async (text: string): Promise<N8nExecution> => {
		stage.simulator.write({ from: ada, text });
		return await nextRun();
	};
	const nextRun = async (): Promise<N8nExecution> => {
		runs += 1;
		const execution = (await stage.client.waitForExecutions(workflow.id, runs))[runs - 1] as N8nExecution;
		expect(execution.status).toBe('success');
		return execution;
	};
	const giveBack = async (): Promise<N8nExecution> => {
		const answer = await fetch(`${stage.n8n.url}/webhook/case-closed`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ phone: `+${ada}` }),
		});
		expect(answer.status).toBe(200);
		return await nextRun();
	};

	test('lets the bot answer until somebody writes in the WhatsApp Business app, and again when the case is closed', async () => {
		await write('Hello');
		expect(texts()).toEqual([BOT]);

		stage.simulator.echo({ to: ada, text: 'Hello Ada, this is Eve' });
		await stage.simulator.idle();
		const silent = await write('Hello Eve');
		expect(itemsOf(silent, 'Conversation Check', 1)).toMatchObject([{ conversation: { owner: 'human', source: 'businessApp' } }]);
		expect(texts()).toEqual([BOT]);

		const given = await giveBack();
		expect(itemsOf(given, 'Give Back')).toMatchObject([{ conversation: { owner: 'bot' } }]);
		await write('Are you there?');
		expect(texts()).toEqual([BOT, BOT]);
	});

	test('answers once that a person will write when somebody asks for one, and is silent then', async () => {
		const before = texts().length;
		stage.simulator.setClock({ offsetSeconds: 2 });
		const asked = await write('Agent!');
		expect(itemsOf(asked, 'Tell your people')).toMatchObject([{ conversation: { owner: 'human', source: 'keyword' } }]);
		await write('Where is my order?');
		expect(texts().slice(before)).toEqual(['A colleague will write to you here.']);
	});
});
