import { createHmac } from 'node:crypto';
import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { openReceiver } from './openReceiver';
import type { Receiver } from './openReceiver';
import { until } from '../support/until';

describe('a second app', () => {
	let stage: Stage;
	let other: Receiver;

	beforeEach(async () => {
		stage = await openStage({ retryPausesMs: [1, 1] });
		other = await openReceiver();
		stage.simulator.addSubscriber({ callbackUrl: other.url, appSecret: 'another secret' });
	});
	afterEach(async () => await Promise.all([stage.close(), other.close()]));

	async function settle(): Promise<void> {
		await until(() => stage.simulator.deliveries().every(({ state }) => state !== 'waiting'));
	}

	test('gets the same webhooks, signed with its own secret', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await settle();
		expect(other.received[0]?.rawBody).toBe(stage.receiver.received[0]?.rawBody);
		const signatures = ['simulator-app-secret', 'another secret'].map(
			(secret) =>
				`sha256=${createHmac('sha256', secret)
					.update(other.received[0]?.rawBody ?? '')
					.digest('hex')}`,
		);
		const webhooks = [stage.receiver.received[0], other.received[0]];
		expect(webhooks.map((webhook) => webhook?.headers['x-hub-signature-256'])).toEqual(signatures);
	});

	test('gets a webhook again that the first one refused', async () => {
		stage.receiver.answers = [500, 500];
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await settle();
		expect(stage.receiver.received).toHaveLength(3);
		expect(other.received).toHaveLength(3);
		expect(stage.simulator.deliveries()).toMatchObject([{ state: 'delivered', rounds: 3 }]);
	});

	test('shows where each try went', async () => {
		stage.receiver.answers = [401];
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await settle();
		expect(stage.simulator.deliveries()[0]?.attempts.map(({ url, httpStatus }) => [url, httpStatus])).toEqual([
			[stage.receiver.url, 401],
			[other.url, 200],
			[stage.receiver.url, 200],
			[other.url, 200],
		]);
	});

	test('gets what the first app is not subscribed to', async () => {
		await stage.simulator.subscribe({ callbackUrl: stage.receiver.url, fields: ['calls'] });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await settle();
		expect([stage.receiver.received.length, other.received.length]).toEqual([0, 1]);
		expect(stage.simulator.deliveries()).toMatchObject([
			{ state: 'delivered', problem: 'Example App: the app is not subscribed to messages' },
		]);
	});

	test('is listed among the apps of the WABA', () => {
		expect(stage.simulator.state().subscriptions.otherApps).toEqual([other.url]);
	});
});
