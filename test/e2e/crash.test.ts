import { demoPeople } from '../../scripts/demo/demoPeople';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import type { WebhookDelivery } from '../../simulator/webhooks/WebhookDelivery';
import { publishCall, type PublishedCall } from './publishCall';
import { startStage, type Stage } from './startStage';

const DAY_MS = 86_400_000;
const ada = demoPeople.justWrote;
const ben = demoPeople.wroteYesterday;

describe('an n8n that ends as in a power cut', () => {
	let stage: Stage;
	let support: StoredN8nWorkflow;
	let check: PublishedCall;

	beforeAll(async () => {
		// Meta repeats for days; here it repeats twice a second for as long as n8n may take to come back.
		stage = await startStage({ simulator: { retryPausesMs: Array.from({ length: 120 }, () => 500) } });
		support = await stage.importExample('support-auto-reply');
		await stage.connect(support);
		check = await publishCall(stage, 'sessionWindowCheck');
		for (const person of [ada, ben]) stage.simulator.putPerson(person);
	});
	afterAll(async () => await stage?.close());

	/** The webhook about a message, once it was answered with 200. */
	const delivered = async (messageId: string): Promise<WebhookDelivery> =>
		await waitUntil(
			async () =>
				stage.simulator
					.deliveries()
					.find(({ messageIds, state }) => state === 'delivered' && messageIds.includes(messageId)),
			{ what: `the webhook about ${messageId} to be delivered`, timeoutMs: 60_000, everyMs: 5 },
		);

	test('still knows the window of a message that it had acknowledged, until the same instant', async () => {
		const { id, atMs } = stage.simulator.write({ from: ada.waId, text: 'Hello' });
		await delivered(id);
		await stage.n8n.kill9();
		await stage.restart();
		const closesAt = new Date(Math.floor(atMs / 1000) * 1000 + DAY_MS).toISOString();
		expect((await check(ada.waId)).outputs).toMatchObject([[{ session: { reason: 'open', closesAt } }], []]);
	});

	test('gets a message that came while it was down, and starts one execution for it', async () => {
		await stage.n8n.kill9();
		const { id } = stage.simulator.write({ from: ben.waId, text: 'Is anybody there?' });
		await waitUntil(async () => stage.simulator.deliveries().at(-1)?.attempts.some(({ httpStatus }) => httpStatus === null), {
			what: 'the first try to fail',
		});
		await stage.restart();
		const { attempts } = await delivered(id);
		expect(attempts.filter(({ httpStatus }) => httpStatus === 200)).toHaveLength(1);
		const answer = await waitUntil(
			async () => stage.simulator.sent().find(({ waId, status }) => waId === ben.waId && status === 'read'),
			{ what: 'the answer to arrive' },
		);
		expect(answer).toMatchObject({ type: 'text', contextId: id });

		const redelivery = stage.simulator.redeliver(id);
		await waitUntil(async () => redelivery.state === 'delivered', { what: 'the redelivery' });
		await stage.simulator.idle();
		const executions = await stage.client.executions(support.id);
		const started = executions.flatMap((execution) => itemsOf(execution, 'WhatsApp Session Trigger'));
		// An execution that the first kill cut off has a stand-in of n8n's for its item, without a message.
		expect(started.filter(({ message }) => (message as { id: string } | undefined)?.id === id)).toHaveLength(1);
		expect(stage.simulator.sent().filter(({ waId }) => waId === ben.waId)).toHaveLength(1);
	});
});
