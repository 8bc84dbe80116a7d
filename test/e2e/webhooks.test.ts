import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { postWebhook } from '../support/postWebhook';
import { toWebhook } from '../support/toWebhook';
import { publishCall, type PublishedCall } from './publishCall';
import { startStage, type Stage } from './startStage';

const TRIGGER = 'WhatsApp Session Trigger';
const HOUR_MS = 3_600_000;

let people = 0;

/** A wa_id nobody has used yet; the numbers are reserved for fiction. */
const newPerson = (): string => `120255501${String((people += 1)).padStart(2, '0')}`;

/** What Meta puts into `value` for messages, in the order given. */
function toValue(messages: Array<{ from: string; id: string; text: string; agoHours?: number }>) {
	return {
		contacts: messages.map(({ from }) => ({ profile: { name: `Person ${from}` }, wa_id: from })),
		messages: messages.map(({ from, id, text, agoHours = 0 }) => ({
			from,
			id: `wamid.${id}`,
			timestamp: String(Math.floor((Date.now() - agoHours * HOUR_MS) / 1000)),
			type: 'text',
			text: { body: text },
		})),
	};
}

describe('webhooks that reach a real n8n', () => {
	let stage: Stage;
	let support: StoredN8nWorkflow;
	let liveUrl: string;
	let check: PublishedCall;
	let supportRuns = 0;

	beforeAll(async () => {
		stage = await startStage();
		// The simulator knows nothing of people whose webhooks are posted past it; a later refusal would start a run more.
		stage.simulator.setSettings({ reEngagementError: 'atOnce' });
		support = await stage.importExample('support-auto-reply');
		await stage.connect(support);
		liveUrl = callbackUrl(stage.n8n.url, support);
		check = await publishCall(stage, 'sessionWindowCheck');
	});
	afterAll(async () => await stage?.close());

	/** Waits for one more execution of the support workflow than before, and makes sure that there are no others. */
	async function nextRun(): Promise<N8nExecution> {
		return (await nextRuns(1))[0] as N8nExecution;
	}

	/** The same for several executions, oldest first. */
	async function nextRuns(count: number): Promise<N8nExecution[]> {
		supportRuns += count;
		const executions = await stage.client.waitForExecutions(support.id, supportRuns);
		expect(executions).toHaveLength(supportRuns);
		return executions.slice(-count);
	}

	/** Lets a person write, and waits until the workflow has dealt with it. */
	async function write(from: string, agoHours = 0): Promise<N8nExecution> {
		stage.simulator.putPerson({ waId: from, name: `Person ${from}` });
		stage.simulator.write({ from, text: 'Hello', agoHours });
		return await nextRun();
	}

	const expectNoRun = async () => expect(await stage.client.executions(support.id)).toHaveLength(supportRuns);
	const sent = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);

	describe('that are not proven to come from Meta', () => {
		const body = () => toWebhook(toValue([{ from: newPerson(), id: 'FORGED', text: 'Hello' }]));

		test.each([
			['signed with another secret', { appSecret: 'another-secret' }, 'The signature does not match the app secret'],
			['without a signature', { headers: { 'X-Hub-Signature-256': undefined } }, 'carries no X-Hub-Signature-256 header'],
		])('are answered 401 with the reason when they come %s, and start nothing', async (_, options, reason) => {
			const answer = await postWebhook(liveUrl, body(), options);
			expect(answer.status).toBe(401);
			expect((JSON.parse(answer.text) as { message: string }).message).toContain(reason);
			await expectNoRun();
		});

		test('leave nothing behind that opens a window, while a genuine one does', async () => {
			const person = newPerson();
			const value = toValue([{ from: person, id: 'FORGED', text: 'Hello' }]);
			await postWebhook(liveUrl, toWebhook(value), { appSecret: 'another-secret' });
			expect((await check(person)).outputs).toMatchObject([[], [{ session: { reason: 'noInboundOnRecord' } }]]);
			await write(person);
			expect((await check(person)).outputs).toMatchObject([[{ session: { isOpen: true } }], []]);
		});

		test('the handshake is answered with the bare challenge, and with 403 for another verify token', async () => {
			const ask = async (token: string) =>
				await fetch(`${liveUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
			const refused = await ask('another-token');
			expect(refused.status).toBe(403);
			expect(await refused.json()).toMatchObject({ message: expect.stringContaining('verify token') });
			const accepted = await ask('simulator-verify-token');
			expect(accepted.status).toBe(200);
			expect(accepted.headers.get('content-type')).toMatch(/^text\/plain/);
			expect(await accepted.text()).toBe('1158201444');
			await expectNoRun();
		});
	});

	test('one POST with three messages of two people in two entries starts one execution with three items', async () => {
		const [ada, ben] = [newPerson(), newPerson()];
		const first = toWebhook(toValue([{ from: ada, id: 'B1', text: 'One' }]), toValue([{ from: ben, id: 'B2', text: 'Two' }]));
		const second = toWebhook(toValue([{ from: ada, id: 'B3', text: 'Three' }]));
		const body = JSON.stringify({ ...first, entry: [first.entry, second.entry].flat() });

		expect((await postWebhook(liveUrl, body)).status).toBe(200);
		const execution = await nextRun();
		expect(itemsOf(execution, TRIGGER)).toMatchObject([
			{ recipient: `+${ada}`, message: { id: 'wamid.B1', text: 'One' } },
			{ recipient: `+${ben}`, message: { id: 'wamid.B2', text: 'Two' } },
			{ recipient: `+${ada}`, message: { id: 'wamid.B3', text: 'Three' } },
		]);

		expect((await postWebhook(liveUrl, body)).status).toBe(200);
		await expectNoRun();
		await write(newPerson());
	});

	test('a message that is delivered 30 hours late does not open the window', async () => {
		const person = newPerson();
		const execution = await write(person, 30);
		const expired = { session: { isOpen: false, reason: 'expired', nextStep: 'template' } };
		expect(itemsOf(execution, TRIGGER)).toMatchObject([{ ...expired, isStale: true }]);
		expect((await check(person)).outputs).toMatchObject([[], [expired]]);
		expect(sent(person)).toMatchObject([{ type: 'template' }]);
	});

	test('a window that one workflow has seen open is open in a workflow without a trigger of ours', async () => {
		const person = newPerson();
		expect((await check(person)).outputs).toMatchObject([[], [{ session: { reason: 'noInboundOnRecord' } }]]);
		const execution = await write(person);
		const closesAt = (itemsOf(execution, TRIGGER)[0]?.session as { closesAt: string }).closesAt;
		expect((await check(person)).outputs).toMatchObject([[{ session: { reason: 'open', closesAt } }], []]);
	});

	test('a message that fails later with 131047 closes the window, and the template goes out instead', async () => {
		const person = newPerson();
		stage.simulator.failNext({ mode: 'later', code: 131047 });
		stage.simulator.putPerson({ waId: person, name: `Person ${person}` });
		stage.simulator.write({ from: person, text: 'Hello' });
		const [execution, rescue] = (await nextRuns(2)) as [N8nExecution, N8nExecution];
		expect(itemsOf(execution, 'Send Free-form')).toMatchObject([{ message: { status: 'accepted' } }]);
		expect(itemsOf(rescue, TRIGGER, 1)).toMatchObject([{ event: 'messageFailed', nextStep: 'template' }]);
		expect(itemsOf(rescue, 'Send Template')).toMatchObject([{ message: { sentAs: 'template' } }]);
		await stage.simulator.idle();
		expect(sent(person)).toMatchObject([
			{ status: 'failed', error: { code: 131047 } },
			{ type: 'template', status: 'read' },
		]);
		expect((await check(person)).outputs).toMatchObject([[], [{ session: { reason: 'closedByPlatform' } }]]);
		await expectNoRun();
	});

	describe('a free-form message outside the window', () => {
		test("leaves on 'Window Closed' by default, and is not sent", async () => {
			const person = newPerson();
			await write(person, 30);
			const send = await publishCall(stage, 'sendFreeForm', { text: 'Your order is ready.' });
			const { execution, outputs } = await send(person);
			expect(execution.status).toBe('success');
			expect(outputs).toMatchObject([[], [{ body: { recipient: person }, session: { reason: 'expired' } }]]);
			expect(sent(person)).toMatchObject([{ type: 'template' }]);
		});

		test("leaves on 'Window Closed' when it was sent anyway and WhatsApp refused it", async () => {
			const person = newPerson();
			await write(person, 30);
			const send = await publishCall(stage, 'sendFreeForm', { text: 'Still there?', whenClosed: 'sendAnyway' });
			const { execution, outputs } = await send(person);
			expect(execution.status).toBe('success');
			expect(outputs).toMatchObject([[], [{ session: { isOpen: false } }]]);
			expect(sent(person).at(-1)).toMatchObject({ type: 'text', status: 'refused', error: { code: 131047 } });
		});

		test("leaves on 'Window Closed' when only WhatsApp knows that the window is closed", async () => {
			const person = newPerson();
			await write(person);
			const send = await publishCall(stage, 'sendFreeForm', { text: 'Your order is ready.' });
			stage.simulator.setClock({ offsetSeconds: 25 * 3600 });
			const { outputs } = await send(person).finally(() => stage.simulator.setClock({ reset: true }));
			expect(outputs).toMatchObject([[], [{ session: { reason: 'closedByPlatform' } }]]);
			expect(sent(person).at(-1)).toMatchObject({ type: 'text', status: 'refused', error: { code: 131047 } });
		});
	});

	test('listening for a test event gets the message, and so does the live workflow', async () => {
		const body = toWebhook(toValue([{ from: newPerson(), id: 'LISTEN', text: 'Both' }]));
		expect(await stage.client.run(support.id, TRIGGER)).toMatchObject({ waitingForWebhook: true });
		expect((await postWebhook(liveUrl.replace('/webhook/', '/webhook-test/'), body)).status).toBe(200);
		const tested = await nextRun();
		expect((await postWebhook(liveUrl, body)).status).toBe(200);
		const live = await nextRun();
		expect([tested.mode, live.mode]).toEqual(['manual', 'webhook']);
		const [fromTest, fromLive] = [itemsOf(tested, TRIGGER), itemsOf(live, TRIGGER)];
		expect(fromTest).toMatchObject([{ message: { id: 'wamid.LISTEN' } }]);
		expect(fromLive).toMatchObject([{ message: { id: 'wamid.LISTEN' } }]);
	});
});
