import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ConversationCheck } from '../../nodes/ConversationCheck/ConversationCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openScene, type Scene } from '../support/openScene';
import { toItems } from '../support/openStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const OUTPUTS = ['Bot', 'Human'];
const HOUR_MS = 3_600_000;

let scene: Scene;
afterEach(async () => await scene.close());

const open = async (options: IDataObject = {}) => {
	scene = await openScene({}, { events: ['message', 'other'], options: options as INodeParameters });
};
async function check(item: IDataObject = { recipient: ADA }) {
	const { outputs, error } = await runNode({ node: new ConversationCheck(), credential: scene.credential, items: toItems(item) });
	expect(error).toBeUndefined();
	const index = outputs.findIndex((items) => items.length > 0);
	return { output: OUTPUTS[index], conversation: outputs[index]?.[0]?.json.conversation as IDataObject };
}
const run = async (resource: string, operation: string, parameters: object = {}, items: object[] = [{ recipient: ADA }]) => {
	const { outputs, error } = await runNode({
		node: new WhatsAppSession(),
		credential: scene.credential,
		parameters: { resource, operation, ...parameters } as INodeParameters,
		items: toItems(...(items as never[])),
	});
	return { json: outputs[0]?.[0]?.json, error: error?.message };
};
const write = async (text: string, more: object = {}) => {
	scene.simulator.write({ from: ADA, text, ...more });
	await scene.delivered();
};
const messages = () => scene.trigger.executions.flat().filter(({ json }) => json.event === 'message');
const HELD = { options: { keepBackWhenTakenOver: true } };

describe('Conversation Check', () => {
	it("is the bot's turn with somebody nobody knows, and with somebody who wrote", async () => {
		await open();
		expect(await check()).toEqual({ output: 'Bot', conversation: { owner: 'bot', since: null, source: null, until: null } });
		await write('Hello');
		expect((await check()).output).toBe('Bot');
	});

	it('is a person’s turn after a message in the WhatsApp Business app, and the bot’s when it is given back', async () => {
		await open();
		await write('Hello');
		expect((await scene.sendFreeForm({ recipient: ADA }, { text: 'I am a bot', ...HELD })).output).toBe('Sent');
		scene.simulator.echo({ to: ADA, text: 'I am Eve, and I help you' });
		await scene.delivered();

		const { output, conversation } = await check();
		expect(output).toBe('Human');
		expect(conversation).toMatchObject({ owner: 'human', source: 'businessApp' });
		expect(Date.parse(String(conversation.until)) - Date.parse(String(conversation.since))).toBe(12 * HOUR_MS);

		const held = await scene.sendFreeForm({ recipient: ADA }, { text: 'I am a bot', ...HELD });
		expect(held).toMatchObject({ output: 'Window Closed', json: { notSent: { reason: 'takenOver', conversation: { source: 'businessApp' } } } });
		expect((await scene.sendFreeForm({ recipient: ADA }, { text: 'Without the option' })).output).toBe('Sent');

		expect(await run('conversation', 'giveBack')).toMatchObject({ json: { recipient: ADA, conversation: { owner: 'bot' } } });
		expect((await check()).output).toBe('Bot');
		expect((await scene.sendFreeForm({ recipient: ADA }, { text: 'I am back', ...HELD })).output).toBe('Sent');
	});

	it.each(['TRUE', ' true ', true])('keeps the bot back where the option comes from a sheet: %j', async (word) => {
		await open();
		await write('Hello');
		scene.simulator.echo({ to: ADA, text: 'I am Eve, and I help you' });
		await scene.delivered();
		const options = { keepBackWhenTakenOver: '={{ $json.word }}' };
		expect(await scene.sendFreeForm({ recipient: ADA, word }, { text: 'I am a bot', options })).toMatchObject({ output: 'Window Closed', json: { notSent: { reason: 'takenOver' } } });
	});

	it.each(['yes', 1])('guesses nothing where the option is neither on nor off: %j', async (word) => {
		await open();
		await write('Hello');
		const options = { keepBackWhenTakenOver: '={{ $json.word }}' };
		const { error } = await scene.sendFreeForm({ recipient: ADA, word }, { text: 'I am a bot', options });
		expect(error).toContain(`'Keep Back While a Person Has Taken Over' is neither true nor false: ${word}`);
	});

	it('goes by the length that the trigger has', async () => {
		await open({ takeOverHours: 2 });
		scene.simulator.echo({ to: ADA, text: 'Long ago', agoHours: 3 });
		await scene.delivered();
		expect((await check()).output).toBe('Bot');
		scene.simulator.echo({ to: ADA, text: 'Just now', agoHours: 1 });
		await scene.delivered();
		expect((await check()).output).toBe('Human');
	});

	it('is a person’s turn when the person asks for one, with a word that the builder chose', async () => {
		await open({ takeOverWords: ['Mensch'], takeOverEnds: 'whenGivenBack' });
		await write('Ich bin auch nur ein Mensch');
		expect((await check()).output).toBe('Bot');
		await write('mensch!');
		expect(await check()).toMatchObject({ output: 'Human', conversation: { source: 'keyword', until: null } });
		expect(messages().at(-1)?.json.conversation).toMatchObject({ owner: 'human', source: 'keyword' });
	});

	it('knows no words where none were chosen', async () => {
		await open();
		await write('agent');
		expect((await check()).output).toBe('Bot');
	});

	it('names what is wrong with a recipient, and lets the item leave as a person’s', async () => {
		await open();
		const { outputs } = await runNode({
			node: new ConversationCheck(),
			credential: scene.credential,
			items: toItems({ recipient: 'Ada' }, { recipient: ADA }),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]?.[0]?.json.error).toMatch(/'Recipient' .*Ada/);
	});
});

describe('Conversation > Take Over', () => {
	it('gives a person the conversation for as long as chosen', async () => {
		await open();
		expect(await run('conversation', 'takeOver', { takeOverHours: 1 })).toMatchObject({ json: { conversation: { owner: 'human', source: 'operation' } } });
		expect((await check()).output).toBe('Human');
		await run('conversation', 'takeOver', { takeOverEnds: 'whenGivenBack' });
		expect((await check()).conversation.until).toBeNull();
		const { json } = await run('contact', 'export');
		expect(JSON.stringify(json)).toContain('"source":"operation"');
	});

	test.each([0, -1, 721, 'soon'])('refuses %p hours, and records nothing', async (takeOverHours) => {
		await open();
		const { error } = await run('conversation', 'takeOver', { takeOverHours });
		expect(error).toMatch(/'Take-Over Lasts \(Hours\)' is not a number above 0 and up to 720/);
		expect((await check()).output).toBe('Bot');
	});

	it('refuses a recipient that is none', async () => {
		await open();
		expect((await run('conversation', 'takeOver', {}, [{ recipient: 'Ada' }])).error).toMatch(/'Recipient' .*Ada/);
	});
});

describe('conversation routing', () => {
	it('records a message on standby, starts nothing by it, and answers nothing to it', async () => {
		await open({ confirmOptOut: 'You will hear no more from us.' });
		scene.simulator.moveThread({ with: ADA, owner: 'responder' });
		await write('STOP');
		expect(messages()).toEqual([]);
		expect(scene.simulator.sent()).toEqual([]);
		expect(await check()).toMatchObject({ output: 'Human', conversation: { source: 'anotherResponder' } });
		const window = await scene.check({ recipient: ADA });
		expect(window).toMatchObject({ output: 'Open', json: { session: { consent: { marketing: 'optedOut' } } } });
	});

	it('starts the workflow where the builder wants that, and says whose the conversation is', async () => {
		await open({ startsForStandby: true });
		scene.simulator.moveThread({ with: ADA, owner: 'responder' });
		await write('Hello');
		expect(messages()).toMatchObject([{ json: { message: { text: 'Hello' }, conversation: { owner: 'human', source: 'anotherResponder' } } }]);
	});

	it('tells of a handover, with roles and note', async () => {
		await open();
		scene.simulator.moveThread({ with: ADA, owner: 'responder' });
		scene.simulator.moveThread({ with: ADA, owner: 'app', metadata: 'Wants a person' });
		await scene.delivered();
		const others = scene.trigger.executions.flat().map(({ json }) => json);
		expect(others).toMatchObject([
			{ event: 'other', field: 'messaging_handovers', recipient: ADA, handover: { control: 'taken', newOwnerRole: 'ai_agent' } },
			{ event: 'other', handover: { control: 'passed', newOwnerRole: 'customer_service', metadata: 'Wants a person' } },
		]);
	});

	it('holds a free-form message that WhatsApp refuses with 131070, with its own reason, and remembers the owner', async () => {
		await open();
		await write('Hello');
		scene.simulator.moveThread({ with: ADA, owner: 'nobody' });
		scene.simulator.failNext({ mode: 'error', code: 131070 });
		const refused = await scene.sendFreeForm({ recipient: ADA }, { text: 'Hello' });
		expect(refused).toMatchObject({ output: 'Window Closed', json: { session: { isOpen: true }, notSent: { reason: 'anotherResponder', advice: expect.stringContaining('Take') } } });
		expect((await check()).conversation.source).toBe('anotherResponder');
		const kept = await scene.sendFreeForm({ recipient: ADA }, { text: 'Hello again', ...HELD });
		expect(kept.json.notSent).toMatchObject({ reason: 'anotherResponder' });
	});

	it('passes, takes and releases a thread, and knows who has it then', async () => {
		await open();
		await write('Hello');
		expect(await run('thread', 'pass', { targetRole: 'escalation', options: { note: 'Wants a refund' } })).toMatchObject({
			json: { recipient: ADA, thread: { action: 'pass', targetRole: 'escalation' }, conversation: { owner: 'human', source: 'anotherResponder' } },
		});
		expect((await run('thread', 'take')).error).toMatch(/only the escalation partner/);
		scene.simulator.moveThread({ with: ADA, owner: 'responder', appRole: 'escalation' });
		expect(await run('thread', 'take')).toMatchObject({ json: { conversation: { owner: 'bot' } } });
		expect(await run('thread', 'release')).toMatchObject({ json: { thread: { action: 'release' }, conversation: { owner: 'bot' } } });
	});

	test.each([
		['a role that does not exist', { targetRole: 'boss' }, /'Target Role' is no role of conversation routing: "boss"/],
		['no role', { targetRole: '' }, /'Target Role' is no role/],
		['a note that is too long', { options: { note: 'x'.repeat(2_001) } }, /'Note' has 2001 characters/],
	])('refuses %s before it asks WhatsApp', async (_, parameters, words) => {
		await open();
		expect((await run('thread', 'pass', parameters)).error).toMatch(words);
		expect((await check()).output).toBe('Bot');
	});

	it('is a finding of Set-Up > Check', async () => {
		await open();
		scene.simulator.moveThread({ with: ADA, owner: 'responder' });
		await write('Hello');
		const { outputs } = await runNode({ node: new WhatsAppSession(), credential: scene.credential, parameters: { resource: 'setUp', operation: 'check' }, items: toItems({}) });
		const link = outputs[0]?.map(({ json }) => json).find((json) => json.link === 'Conversation Routing');
		expect(link).toMatchObject({ status: 'warning', message: expect.stringContaining('owned 1 conversation in the last 24 hours') });
	});
});
