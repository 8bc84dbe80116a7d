import { waitUntil } from '../../scripts/n8n/waitUntil';
import { openQueueStage, type QueueStage } from './openQueueStage';
import { publishCall, type PublishedCall } from './publishCall';
import { triggerWorkflow } from './triggerWorkflow';

const PEOPLE = ['12025550181', '12025550182', '12025550183', '12025550184'];
const TEXTS = ['One', 'Two', 'Three'];
const KEEP = { whenClosed: 'keep', templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US' };
const TIMEOUT_MS = 300_000;
/** What a dead process had begun, and perhaps not handed over, is sent again when its status is five minutes overdue. */
const ALL_SENT_MS = 420_000;

/** A worker keeps the messages, a webhook process sends them, both on one Postgres. */
describe('messages that are kept, in queue mode', () => {
	let stage: QueueStage;
	let sends: PublishedCall[];

	beforeAll(async () => {
		stage = await openQueueStage();
		await stage.listen(await stage.publish(triggerWorkflow('Support', { events: ['message'] })));
		sends = [];
		for (const text of TEXTS) sends.push(await publishCall(stage, 'sendFreeForm', { ...KEEP, text }));
		for (const waId of PEOPLE) stage.simulator.putPerson({ waId, name: 'Somebody' });
	}, TIMEOUT_MS);
	afterAll(async () => await stage?.close(), TIMEOUT_MS);

	const sentTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);
	const textsTo = (waId: string) => sentTo(waId).filter(({ type }) => type === 'text').map(({ text }) => text);

	test('go out once and in order when the people answer, also where the webhook process that sends them is killed', async () => {
		for (const send of sends) {
			for (const waId of PEOPLE) expect((await send(`+${waId}`)).outputs).toMatchObject([[{ outbox: { state: 'kept' } }], []]);
		}
		for (const waId of PEOPLE) stage.simulator.write({ from: waId, text: 'Yes?' });
		await waitUntil(async () => PEOPLE.some((waId) => textsTo(waId).length > 0), { what: 'the first message to go out', everyMs: 2 });
		await stage.kill9('webhooks');
		const before = PEOPLE.flatMap(textsTo).length;
		await stage.start('webhooks');
		// A look at what a dead process has left comes with a webhook, and its hold lasts a minute.
		await waitUntil(
			async () => {
				stage.simulator.write({ from: '12025550199', text: 'Something else' });
				return PEOPLE.every((waId) => textsTo(waId).length >= TEXTS.length);
			},
			{ what: 'all messages to go out', timeoutMs: ALL_SENT_MS, everyMs: 5_000 },
		);
		await stage.simulator.idle();
		expect(before).toBeLessThan(PEOPLE.length * TEXTS.length);
		for (const waId of PEOPLE) {
			expect(textsTo(waId)).toEqual(TEXTS);
			expect(sentTo(waId).filter(({ type }) => type === 'template')).toHaveLength(1);
		}
	}, ALL_SENT_MS + TIMEOUT_MS);
});
