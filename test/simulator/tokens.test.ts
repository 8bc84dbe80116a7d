import { ADA, APP_ID, APP_TOKEN, NUMBER_ID, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';

describe('the access token', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function inspect(inputToken = 'simulator-access-token', token = APP_TOKEN): ReturnType<Stage['call']> {
		return await stage.call('GET', `/v25.0/debug_token?input_token=${inputToken}`, undefined, token);
	}

	test('is described to the app', async () => {
		const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
		expect((await inspect()).body.data).toMatchObject({
			app_id: APP_ID,
			type: 'SYSTEM_USER',
			application: 'Example App',
			is_valid: true,
			scopes,
			expires_at: 0,
			granular_scopes: scopes.map((scope) => ({ scope, target_ids: [WABA_ID] })),
		});
		expect((await inspect('somebody')).body.data).toMatchObject({ is_valid: false, error: { code: 190 }, scopes: [] });
		expect((await inspect(encodeURIComponent(APP_TOKEN))).body.data).toMatchObject({ type: 'APP', is_valid: true });
	});

	test.each<[string, string, number, number]>([
		['the system user’s token', 'simulator-access-token', 400, 15],
		['a wrong app secret', `${APP_ID}|wrong`, 401, 190],
		['an app that does not exist', '1234567|simulator-app-secret', 400, 101],
		['no token of any kind', 'guess', 401, 190],
	])('is not described to %s', async (_case, token, status, code) => {
		const answer = await inspect(undefined, token);
		expect([answer.status, answer.body.error.code]).toEqual([status, code]);
	});

	test('is refused once it was revoked', async () => {
		stage.simulator.setToken({ isValid: false });
		const answer = await stage.call('GET', `/v25.0/${WABA_ID}`);
		expect([answer.status, answer.body.error.code]).toEqual([401, 190]);
		expect((await inspect()).body.data).toMatchObject({ is_valid: false });
	});

	test.each([
		[-1, true],
		[0, false],
		[1, false],
	])('is asked for %d ms after its expiry: valid is %s', async (laterMs, isValid) => {
		stage.simulator.setToken({ expiresAtMs: stage.time.nowMs });
		stage.time.nowMs += laterMs;
		expect((await stage.call('GET', `/v25.0/${WABA_ID}`)).status).toBe(isValid ? 200 : 401);
		expect((await inspect()).body.data).toMatchObject({ is_valid: isValid });
	});

	test.each<[string, string, string]>([
		['whatsapp_business_management', 'GET', `/v25.0/${WABA_ID}/subscribed_apps`],
		['whatsapp_business_management', 'GET', `/v25.0/${WABA_ID}/message_templates`],
		['whatsapp_business_management', 'POST', `/v25.0/${NUMBER_ID}`],
		['whatsapp_business_messaging', 'POST', `/v25.0/${NUMBER_ID}/messages`],
	])('needs %s for %s %s', async (scope, method, path) => {
		const both = ['whatsapp_business_management', 'whatsapp_business_messaging'];
		stage.simulator.setToken({ scopes: both.filter((other) => other !== scope) });
		const body = method === 'POST' ? { messaging_product: 'whatsapp', to: ADA } : undefined;
		expect(await stage.call(method, path, body)).toMatchObject({ status: 403, body: { error: { code: 200 } } });
		stage.simulator.setToken({ permissionCode: 10 });
		expect(await stage.call(method, path, body)).toMatchObject({ status: 403, body: { error: { code: 10 } } });
		stage.simulator.reset();
		expect((await stage.call('GET', `/v25.0/${WABA_ID}/subscribed_apps`)).status).toBe(200);
	});

	test('names its app', async () => {
		expect((await stage.call('GET', '/v25.0/app')).body).toMatchObject({ id: APP_ID, name: 'Example App' });
	});
});
