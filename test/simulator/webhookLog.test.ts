import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';

describe('the log of webhooks', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	const topics = () => stage.simulator.state().deliveries.map(({ kinds, waIds }) => ({ kinds, waIds })).reverse();

	test('says what each webhook is about, and whom', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.simulator.idle();
		stage.simulator.setSettings({ statuses: 'sent' });
		await stage.send({ to: ADA, type: 'text', text: { body: 'Hi' } });
		await stage.simulator.idle();
		stage.simulator.preferMarketing({ from: '447700900123', value: 'stop' });
		stage.simulator.deliverChange('account_alerts');
		stage.simulator.deliverWebhook({ rawBody: 'no JSON' });
		expect(topics()).toEqual([
			{ kinds: ['messages'], waIds: [ADA] },
			{ kinds: ['statuses'], waIds: [ADA] },
			{ kinds: ['user_preferences'], waIds: ['447700900123'] },
			{ kinds: ['account_alerts'], waIds: [] },
			{ kinds: [], waIds: [] },
		]);
	});

	test('names everybody of a batch', () => {
		stage.simulator.setDelivery({ batch: true });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.write({ from: '5511987654321', text: 'Oi' });
		stage.simulator.flush();
		expect(topics()).toEqual([{ kinds: ['messages'], waIds: [ADA, '5511987654321'] }]);
	});

	test('gives one webhook with its body', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.simulator.idle();
		const [{ id } = { id: 0 }] = stage.simulator.state().deliveries;
		const { body } = await stage.call('GET', `/_simulator/delivery?id=${id}`, undefined, null);
		expect(body).toMatchObject({ id, state: 'delivered', rawBody: stage.receiver.received[0]?.rawBody });
	});

	test.each([
		['?id=99', 'There is no webhook "99"'],
		['', '"id" is missing'],
	])('says why there is none: %j', async (query, sentence) => {
		const { status, body } = await stage.call('GET', `/_simulator/delivery${query}`, undefined, null);
		expect(status).toBe(400);
		expect(String(body.error)).toContain(sentence);
	});
});

test('a message of the business has the price that its statuses name, and one that fails has none', async () => {
	const stage = await openStage();
	await stage.send({ to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
	await stage.send({ to: ADA, type: 'text', text: { body: 'The window is closed' } });
	await stage.simulator.idle();
	const messages = stage.simulator.state().messages;
	await stage.close();
	expect(messages.map(({ status, pricing }) => [status, pricing?.category, pricing?.billable])).toEqual([
		['read', 'utility', true],
		['failed', undefined, undefined],
	]);
});
