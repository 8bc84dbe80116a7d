import { createHmac } from 'node:crypto';
import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { until } from '../support/until';

describe('the simulated webhook delivery', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage({ retryPausesMs: [1, 1] });
	});
	afterEach(async () => await stage.close());

	function writeMany(...texts: string[]): string[] {
		return texts.map((text) => stage.simulator.write({ from: ADA, text }).id);
	}

	test('keeps the order in which things happened', async () => {
		const ids = writeMany('one', 'two', 'three');
		await stage.simulator.idle();
		expect(stage.receivedOf('messages').map(({ id }) => id)).toEqual(ids);
	});

	test('delivers duplicates byte for byte', async () => {
		stage.simulator.setDelivery({ duplicates: 2 });
		writeMany('one');
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(3);
		expect(new Set(stage.receiver.received.map(({ rawBody }) => rawBody)).size).toBe(1);
	});

	test('sends collected updates in one POST with several entries, changes and messages', async () => {
		stage.simulator.setDelivery({ batch: true });
		const ids = writeMany('one', 'two');
		stage.simulator.call({ from: ADA });
		await stage.send({ to: ADA, text: { body: 'Hi' } });
		await stage.simulator.idle();
		expect(stage.receiver.received).toEqual([]);
		expect(stage.simulator.flush()).toBe(7);
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(1);
		expect(stage.receiver.received[0]?.json.entry).toHaveLength(2);
		expect(stage.receivedOf('messages').map(({ id }) => id)).toEqual(ids);
		expect(stage.receivedOf('calls')).toHaveLength(2);
		expect(stage.receivedOf('statuses').map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
	});

	test('holds everything back while paused', async () => {
		stage.simulator.setDelivery({ paused: true });
		writeMany('one');
		await stage.simulator.idle();
		expect(stage.receiver.received).toEqual([]);
		stage.simulator.setDelivery({ paused: false });
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(1);
	});

	test('shuffles what comes close together, and the same seed shuffles alike', async () => {
		const orders: unknown[][] = [];
		for (let run = 0; run < 2; run += 1) {
			const other = await openStage();
			other.simulator.setDelivery({ shuffle: true, shuffleSeed: 7, paused: true });
			for (const text of ['1', '2', '3', '4', '5']) other.simulator.write({ from: ADA, text });
			other.simulator.setDelivery({ paused: false });
			await other.simulator.idle();
			orders.push(other.receivedOf('messages').map(({ text }) => (text as { body: string }).body));
			await other.close();
		}
		expect(orders[0]).not.toEqual(['1', '2', '3', '4', '5']);
		expect([...(orders[0] ?? [])].sort()).toEqual(['1', '2', '3', '4', '5']);
		expect(orders[1]).toEqual(orders[0]);
	});

	test('waits before each delivery as long as told', async () => {
		stage.simulator.setDelivery({ delayMs: 20 });
		writeMany('one');
		expect(stage.simulator.deliveries()).toMatchObject([{ state: 'waiting', attempts: [] }]);
		await stage.simulator.idle();
		expect(stage.simulator.deliveries()).toMatchObject([{ state: 'delivered' }]);
	});

	test.each([500, 401, 202])('tries again after HTTP %d with the same bytes', async (status) => {
		stage.receiver.answers = [status];
		writeMany('one');
		await until(() => stage.receiver.received.length === 2);
		await stage.simulator.idle();
		expect(stage.receiver.received[1]?.rawBody).toBe(stage.receiver.received[0]?.rawBody);
		expect(stage.simulator.deliveries()).toMatchObject([
			{ state: 'delivered', attempts: [{ httpStatus: status }, { httpStatus: 200 }] },
		]);
	});

	test.each([
		['Wrong signature: check the app secret', 'Wrong signature: check the app secret'],
		['x'.repeat(301), 'x'.repeat(300)],
	])('keeps what a refusal says: %s', async (answerBody, answer) => {
		Object.assign(stage.receiver, { answers: [401], answerBody });
		writeMany('one');
		await until(() => stage.simulator.deliveries()[0]?.state === 'delivered');
		const [refused, delivered] = stage.simulator.deliveries()[0]?.attempts ?? [];
		expect(refused).toMatchObject({ url: stage.receiver.url, httpStatus: 401, answer });
		expect(delivered).not.toHaveProperty('answer');
	});

	test('gives up after the last pause, and shows every answer', async () => {
		stage.receiver.answers = [503, 503, 503];
		writeMany('one');
		await until(() => stage.simulator.deliveries()[0]?.state === 'givenUp');
		expect(stage.simulator.deliveries()[0]?.attempts.map(({ httpStatus }) => httpStatus)).toEqual([503, 503, 503]);
	});

	test('says why nobody answered', async () => {
		await stage.simulator.subscribe({ callbackUrl: 'http://127.0.0.1:9/webhook' });
		writeMany('one');
		await until(() => stage.simulator.deliveries()[0]?.state === 'givenUp');
		expect(stage.simulator.deliveries()[0]?.attempts[0]).toMatchObject({
			httpStatus: null,
			problem: expect.any(String),
		});
	});

	test('delivers an old webhook again with its original timestamp', async () => {
		const [id] = writeMany('one');
		stage.time.nowMs += 3_600_000;
		stage.simulator.redeliver(id ?? '');
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(2);
		expect(stage.receiver.received[1]?.rawBody).toBe(stage.receiver.received[0]?.rawBody);
	});

	test.each(['valid', 'wrong', 'missing'] as const)(
		'sends a webhook of one’s own with a %s signature',
		async (signing) => {
			stage.simulator.deliverWebhook({ rawBody: '{"object":"page","entry":[]}', signing });
			await stage.simulator.idle();
			const [webhook] = stage.receiver.received;
			const right = createHmac('sha256', 'simulator-app-secret')
				.update(webhook?.rawBody ?? '')
				.digest('hex');
			const signature = webhook?.headers['x-hub-signature-256'];
			expect(signature === undefined).toBe(signing === 'missing');
			expect(signature === `sha256=${right}`).toBe(signing === 'valid');
		},
	);

	test('notes what it cannot send because nobody subscribed', async () => {
		await stage.simulator.subscribe({ callbackUrl: stage.receiver.url, fields: ['messages'] });
		stage.simulator.call({ from: ADA });
		await stage.simulator.idle();
		expect(stage.receiver.received).toEqual([]);
		expect(stage.simulator.deliveries()[0]).toMatchObject({
			state: 'notSent',
			problem: expect.stringContaining('calls'),
		});
	});

	test('never uses a message ID twice, also after a reset', () => {
		const [before] = writeMany('one');
		stage.simulator.reset();
		const [after] = writeMany('one');
		expect(after).not.toBe(before);
		expect(stage.simulator.state().messages).toHaveLength(1);
	});
});
