import { ADA, APP_ID, APP_TOKEN, openStage } from './openStage';
import type { Stage } from './openStage';

describe('the simulated webhook subscription', () => {
	let stage: Stage;
	const path = `/v25.0/${APP_ID}/subscriptions`;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.setDelivery({ paused: true });
	});
	afterEach(async () => await stage.close());

	function request(changes: Record<string, unknown> = {}): Record<string, unknown> {
		return {
			object: 'whatsapp_business_account',
			callback_url: `${stage.receiver.url}?from=test`,
			verify_token: 'verify me',
			fields: 'messages,calls',
			...changes,
		};
	}

	test('asks the callback URL for the challenge and then sends webhooks there', async () => {
		expect((await stage.call('POST', path, request(), APP_TOKEN)).body).toEqual({ success: true });
		stage.simulator.setDelivery({ paused: false });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.preferMarketing({ from: ADA, value: 'stop' });
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(1);
		const { body } = await stage.call('GET', path, undefined, APP_TOKEN);
		expect(body.data).toMatchObject([
			{
				callback_url: `${stage.receiver.url}?from=test`,
				active: true,
				fields: [{ name: 'messages' }, { name: 'calls' }],
			},
		]);
	});

	test.each([
		['quotes around the challenge', (challenge: string) => ({ status: 200, body: JSON.stringify(challenge) })],
		['another text', () => ({ status: 200, body: 'ok' })],
		['HTTP 201', (challenge: string) => ({ status: 201, body: challenge })],
	])('is refused with 2200 for %s', async (_case, challengeAnswer) => {
		stage.receiver.challengeAnswer = challengeAnswer;
		const answer = await stage.call('POST', path, request(), APP_TOKEN);
		expect([answer.status, answer.body.error.code]).toEqual([400, 2200]);
		expect(stage.simulator.state().subscription).toEqual({ callbackUrl: stage.receiver.url });
	});

	test.each<[string, Record<string, unknown>, number]>([
		['a wrong verify token', { verify_token: 'guess' }, 2200],
		['a URL nobody listens at', { callback_url: 'http://127.0.0.1:9/' }, 2200],
		['something that is no URL', { callback_url: 'here' }, 2200],
		['a field that does not exist', { fields: 'messages,post' }, 100],
		['another object', { object: 'page' }, 100],
		['no callback URL', { callback_url: undefined }, 100],
	])('is refused for %s', async (_case, changes, code) => {
		expect((await stage.call('POST', path, request(changes), APP_TOKEN)).body.error.code).toBe(code);
	});

	test.each([
		['messages, calls', ['messages', 'calls']],
		[
			['messages', 'calls'],
			['messages', 'calls'],
		],
		['["messages","calls"]', ['messages', 'calls']],
		[[{ name: 'messages', version: 'v25.0' }], ['messages']],
	])('reads the fields %j', async (fields, names) => {
		await stage.call('POST', path, request({ fields, include_values: true }), APP_TOKEN);
		expect(stage.simulator.state().subscription?.fields).toEqual(names);
	});

	test('lists every field when none was named', async () => {
		const { body } = await stage.call('GET', path, undefined, APP_TOKEN);
		expect(JSON.stringify(body)).toContain('"message_template_status_update"');
	});

	test('takes its parameters from the address too', async () => {
		const query = new URLSearchParams(request() as Record<string, string>);
		expect((await stage.call('POST', `${path}?${query}`, undefined, APP_TOKEN)).body).toEqual({ success: true });
	});

	test('needs the token of the app, which the app secret buys', async () => {
		expect((await stage.call('POST', path, request())).body.error.code).toBe(15);
		const exchange = `/v25.0/oauth/access_token?client_id=${APP_ID}&grant_type=client_credentials&client_secret=`;
		expect((await stage.call('GET', `${exchange}wrong`)).body.error.code).toBe(1);
		expect((await stage.call('GET', `${exchange}simulator-app-secret`)).body).toMatchObject({
			access_token: APP_TOKEN,
		});
	});

	test('stays after a DELETE of another object', async () => {
		await stage.call('DELETE', `${path}?object=page`, undefined, APP_TOKEN);
		expect(stage.simulator.state().subscription).not.toBeNull();
	});

	test('ends with a DELETE', async () => {
		expect((await stage.call('DELETE', `${path}?object=whatsapp_business_account`, undefined, APP_TOKEN)).body).toEqual({
			success: true,
		});
		expect(stage.simulator.state().subscription).toBeNull();
	});
});
