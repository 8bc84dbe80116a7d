import { demoPeople } from '../../scripts/demo/demoPeople';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { lockTable } from './lockTable';
import { openQueueStage, type QueueStage } from './openQueueStage';

const ada = demoPeople.justWrote.waId;
const ben = demoPeople.wroteYesterday.waId;
const BOT = 'Thank you for your message! I am a bot. Write "agent" to talk to a person.';
const TIMEOUT_MS = 400_000;

describe('a conversation that a person of the business takes over, in queue mode', () => {
	let stage: QueueStage;
	let workflow: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await openQueueStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		workflow = await stage.importExample('bot-and-people');
		await stage.listen(workflow);
	}, TIMEOUT_MS);
	afterAll(async () => await stage?.close(), TIMEOUT_MS);

	/** What the bot has said to somebody. */
	const saidTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId).map(({ text }) => text);
	const ownersOf = (execution: Awaited<ReturnType<typeof stage.nextEnded>>) =>
		[0, 1].flatMap((output) => itemsOf(execution, 'Conversation Check', output)).map(({ conversation }) => (conversation as { owner: string }).owner);
	const write = async (from: string, text: string) => {
		stage.simulator.write({ from, text });
		return await stage.nextEnded(workflow.id);
	};
	const closeCase = async (waId: string) => {
		const request = { method: 'POST', headers: { 'content-type': 'application/json', connection: 'close' }, body: JSON.stringify({ phone: `+${waId}` }) };
		expect((await fetch(`${stage.webhooksUrl}/webhook/case-closed`, request)).status).toBe(200);
	};

	test('stays with the person when the webhook process is killed while it records the echo', async () => {
		expect(ownersOf(await write(ada, 'Hello'))).toEqual(['bot']);
		expect(saidTo(ada)).toEqual([BOT]);
		await stage.simulator.idle();

		const sessions = await lockTable(stage.postgresUrl, 'whatsapp_session.sessions');
		const echo = stage.simulator.echo({ to: ada, text: 'Hello Ada, this is Eve' });
		await sessions.isWaitedFor();
		await stage.kill9('webhooks');
		await sessions.open();
		expect(stage.simulator.deliveries().find(({ messageIds }) => messageIds.includes(echo.id))?.state).toBe('waiting');
		await stage.start('webhooks');
		await stage.delivered(echo.id);

		expect(ownersOf(await write(ada, 'Hello Eve'))).toEqual(['human']);
		expect(saidTo(ada)).toEqual([BOT]);
	}, TIMEOUT_MS);

	test('is answered by nobody else when the worker was killed in the middle of an answer, and its execution is retried', async () => {
		await write(ben, 'Hello');
		expect(saidTo(ben)).toEqual([BOT]);
		// The statuses of that answer are on record as well: nobody but the worker writes to the table.
		await stage.simulator.idle();

		const sends = await lockTable(stage.postgresUrl, 'whatsapp_session.sends');
		stage.simulator.write({ from: ben, text: 'Are you open?' });
		await sends.isWaitedFor();
		await stage.kill9('worker');
		await sends.open();
		await stage.delivered(stage.simulator.echo({ to: ben, text: 'Hello Ben, this is Eve' }).id);
		await stage.start('worker');
		const killed = await stage.nextEnded(workflow.id);
		expect(killed.status).toBe('crashed');
		const retried = await stage.retry(killed);
		expect(retried.status).toBe('success');
		expect(saidTo(ben)).toEqual([BOT]);
	}, TIMEOUT_MS);

	test('is given back to the bot once the operation is retried whose worker was killed', async () => {
		await stage.simulator.idle();
		const sessions = await lockTable(stage.postgresUrl, 'whatsapp_session.sessions');
		await closeCase(ada);
		await sessions.isWaitedFor();
		await stage.kill9('worker');
		await sessions.open();
		await stage.start('worker');
		const killed = await stage.nextEnded(workflow.id);
		expect(killed.status).toBe('crashed');
		expect(ownersOf(await write(ada, 'Eve?'))).toEqual(['human']);

		const retried = await stage.retry(killed);
		expect(itemsOf(retried, 'Give Back')).toMatchObject([{ conversation: { owner: 'bot' } }]);
		expect(ownersOf(await write(ada, 'Is anybody there?'))).toEqual(['bot']);
		expect(saidTo(ada)).toEqual([BOT, BOT]);
		expect(ownersOf(await write(ben, 'And for me?'))).toEqual(['human']);
	}, TIMEOUT_MS);
});
