import { waitUntil } from '../../scripts/n8n/waitUntil';
import { publishCall, type PublishedCall } from './publishCall';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const PEOPLE = Array.from({ length: 10 }, (_, index) => `1202555018${index}`);
const TEXTS = ['One', 'Two', 'Three'];
const KEEP = { whenClosed: 'keep', templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US' };
const TIMEOUT_MS = 600_000;

describe('30 messages that are kept for 10 people', () => {
	let stage: Stage;
	let sends: PublishedCall[];

	beforeAll(async () => {
		// Meta repeats for days; here it repeats twice a second for as long as n8n may take to come back.
		stage = await startStage({ simulator: { retryPausesMs: Array.from({ length: 400 }, () => 500) } });
		await stage.connect(await stage.publish(triggerWorkflow('Support', { events: ['message'] })));
		sends = [];
		for (const text of TEXTS) sends.push(await publishCall(stage, 'sendFreeForm', { ...KEEP, text }));
		for (const waId of PEOPLE) stage.simulator.putPerson({ waId, name: 'Somebody' });
	});
	afterAll(async () => await stage?.close());

	const sentTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);
	const textsTo = (waId: string) => sentTo(waId).filter(({ type }) => type === 'text').map(({ text }) => text);

	test('are nudged for once a person, and go out once and in order when the people answer, also where n8n is killed in between', async () => {
		for (const send of sends) {
			for (const waId of PEOPLE) expect((await send(`+${waId}`)).outputs).toMatchObject([[{ outbox: { state: 'kept' } }], []]);
		}
		for (const waId of PEOPLE) expect(sentTo(waId)).toMatchObject([{ type: 'template' }]);

		for (const waId of PEOPLE) stage.simulator.write({ from: waId, text: 'Yes?' });
		await waitUntil(async () => PEOPLE.some((waId) => textsTo(waId).length > 0), { what: 'the first message to go out', everyMs: 2 });
		await stage.n8n.kill9();
		const before = PEOPLE.flatMap(textsTo).length;
		await stage.restart();

		// A look at what a dead process has left comes with a webhook, and its hold lasts a minute.
		await waitUntil(
			async () => {
				stage.simulator.write({ from: '12025550199', text: 'Something else' });
				return PEOPLE.every((waId) => textsTo(waId).length >= TEXTS.length);
			},
			{ what: 'all messages to go out', timeoutMs: TIMEOUT_MS - 60_000, everyMs: 5_000 },
		);
		await stage.simulator.idle();
		expect(before).toBeLessThan(PEOPLE.length * TEXTS.length);
		for (const waId of PEOPLE) {
			expect(textsTo(waId)).toEqual(TEXTS);
			expect(sentTo(waId).filter(({ type }) => type === 'template')).toHaveLength(1);
		}
	}, TIMEOUT_MS);
});
