import { ADA, APP_ID, NUMBER_ID, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';
import { openReceiver } from './openReceiver';
import type { Receiver } from './openReceiver';

const OTHER_NUMBER = '106540352242923';
const phoneNumbers = [
	{ id: NUMBER_ID, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Example Shop' },
	{ id: OTHER_NUMBER, displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Example Shop Support' },
];

describe('the addresses of webhooks', () => {
	let stage: Stage;
	let ofNumber: Receiver;
	let ofAccount: Receiver;
	const apps = `/v25.0/${WABA_ID}/subscribed_apps`;

	beforeEach(async () => {
		stage = await openStage({ phoneNumbers });
		[ofNumber, ofAccount] = await Promise.all([openReceiver(), openReceiver()]);
	});
	afterEach(async () => await Promise.all([stage.close(), ofNumber.close(), ofAccount.close()]));

	function override(url: string): Record<string, unknown> {
		return { override_callback_uri: url, verify_token: 'verify me' };
	}

	async function overrideNumber(url: string, id = NUMBER_ID): ReturnType<Stage['call']> {
		return await stage.call('POST', `/v25.0/${id}`, { webhook_configuration: override(url) });
	}

	async function receivedAt(receiver: Receiver): Promise<string[]> {
		await stage.simulator.idle();
		return receiver.received.flatMap(({ json }) =>
			json.entry.flatMap((entry) => entry.changes.map((change) => change.field)),
		);
	}

	test('are the number’s, then the WABA’s, then the app’s', async () => {
		await overrideNumber(ofNumber.url);
		await stage.call('POST', apps, override(ofAccount.url));
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.write({ from: ADA, text: 'Hello', phoneNumberId: OTHER_NUMBER });
		expect(await receivedAt(ofNumber)).toEqual(['messages']);
		expect(await receivedAt(ofAccount)).toEqual(['messages']);
		await stage.call('POST', apps, {});
		stage.simulator.write({ from: ADA, text: 'Hello', phoneNumberId: OTHER_NUMBER });
		expect(await receivedAt(stage.receiver)).toEqual(['messages']);
		await overrideNumber('');
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect(await receivedAt(stage.receiver)).toEqual(['messages', 'messages']);
	});

	test('are overridden for messages and calls, and not for preferences', async () => {
		await overrideNumber(ofNumber.url);
		stage.simulator.call({ from: ADA });
		stage.simulator.preferMarketing({ from: ADA, value: 'stop' });
		expect(await receivedAt(ofNumber)).toEqual(['calls', 'calls']);
		expect(await receivedAt(stage.receiver)).toEqual(['user_preferences']);
	});

	test('split a batch, so that each address gets its own part', async () => {
		await overrideNumber(ofNumber.url);
		stage.simulator.setDelivery({ batch: true });
		stage.simulator.write({ from: ADA, text: 'One' });
		stage.simulator.write({ from: ADA, text: 'Two', phoneNumberId: OTHER_NUMBER });
		stage.simulator.write({ from: ADA, text: 'Three' });
		stage.simulator.flush();
		expect(await receivedAt(ofNumber)).toHaveLength(1);
		expect(ofNumber.received[0]?.rawBody).toMatch(/One.*Three/);
		expect(stage.receiver.received[0]?.rawBody).toContain('Two');
	});

	test('are listed at every level', async () => {
		const path = `/v25.0/${NUMBER_ID}?fields=webhook_configuration`;
		expect((await stage.call('GET', path)).body).toEqual({
			webhook_configuration: { application: stage.receiver.url },
			id: NUMBER_ID,
		});
		await overrideNumber(ofNumber.url);
		await stage.call('POST', apps, override(ofAccount.url));
		expect((await stage.call('GET', path)).body).toMatchObject({
			webhook_configuration: {
				phone_number: ofNumber.url,
				whatsapp_business_account: ofAccount.url,
				application: stage.receiver.url,
			},
		});
		expect((await stage.call('GET', apps)).body.data).toEqual([
			{
				whatsapp_business_api_data: { id: APP_ID, link: expect.stringContaining(APP_ID), name: 'Example App' },
				override_callback_uri: ofAccount.url,
			},
		]);
		expect(stage.simulator.state().subscriptions).toEqual({
			application: stage.receiver.url,
			isSubscribedToAccount: true,
			businessAccount: ofAccount.url,
			phoneNumbers: { [NUMBER_ID]: ofNumber.url },
			otherApps: [],
		});
	});

	test.each<[string, () => Record<string, unknown>, number]>([
		['a receiver that does not know the verify token', () => ({ ...override(ofNumber.url), verify_token: 'x' }), 2200],
		['an address where nobody listens', () => override('http://127.0.0.1:9/'), 2200],
		['no verify token', () => ({ override_callback_uri: ofNumber.url }), 100],
		['201 characters', () => override(`${ofNumber.url}?${'x'.repeat(200 - ofNumber.url.length)}`), 100],
	])('stay as they are after %s', async (_case, request, code) => {
		const answers = [
			await stage.call('POST', apps, request()),
			await stage.call('POST', `/v25.0/${NUMBER_ID}`, { webhook_configuration: request() }),
		];
		expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(Array(2).fill([400, code]));
		expect(stage.simulator.state().subscriptions).toMatchObject({ businessAccount: null, phoneNumbers: {} });
	});

	test('may have 200 characters', async () => {
		const url = `${ofNumber.url}?${'x'.repeat(199 - ofNumber.url.length)}`;
		expect((await overrideNumber(url)).body).toEqual({ success: true });
	});

	test('name the HTTP status of the refusal', async () => {
		ofNumber.challengeAnswer = () => ({ status: 404, body: '' });
		expect((await overrideNumber(ofNumber.url)).body.error.message).toBe(
			'(#2200) Callback verification failed with the following errors: HTTP Status Code = 404; HTTP Message = Not Found',
		);
	});

	test.each<[string, unknown]>([
		['no object', undefined],
		['a text that is no JSON', 'here'],
		['a list', []],
	])('are refused with %s for a configuration', async (_case, configuration) => {
		const answer = await stage.call('POST', `/v25.0/${NUMBER_ID}`, { webhook_configuration: configuration });
		expect(answer.body.error.code).toBe(100);
	});

	test('lead nowhere while the app is not subscribed to the WABA, and cannot be overridden then', async () => {
		await stage.call('DELETE', apps);
		expect((await stage.call('GET', apps)).body.data).toEqual([]);
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.simulator.idle();
		expect(stage.simulator.deliveries()).toMatchObject([
			{ state: 'notSent', problem: 'the app is not subscribed to the WABA', attempts: [] },
		]);
		const refusal = await stage.call('POST', apps, override(ofAccount.url));
		expect(refusal.body.error.code).toBe(100);
		await stage.call('POST', apps);
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect(await receivedAt(stage.receiver)).toEqual(['messages']);
	});

	test('get nothing of a field the app is not subscribed to, overridden or not', async () => {
		await overrideNumber(ofNumber.url);
		await stage.simulator.subscribe({ callbackUrl: stage.receiver.url, fields: ['user_preferences'] });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect(await receivedAt(ofNumber)).toEqual([]);
		expect(stage.simulator.deliveries()).toMatchObject([{ problem: 'the app is not subscribed to messages' }]);
	});

	test('get only test webhooks in development mode', async () => {
		stage.simulator.setSettings({ developmentMode: true });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.deliverWebhook({ body: { object: 'whatsapp_business_account', entry: [] } });
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(1);
		expect(stage.simulator.deliveries()).toMatchObject([
			{ state: 'notSent', problem: expect.stringContaining('development mode') },
			{ state: 'delivered' },
		]);
	});
});

test('a simulator may begin with an app that is not subscribed to the WABA', async () => {
	const stage = await openStage({ isAppSubscribed: false, isReceiverSubscribed: false });
	expect((await stage.call('GET', `/v25.0/${WABA_ID}/subscribed_apps`)).body.data).toEqual([]);
	await stage.close();
});
