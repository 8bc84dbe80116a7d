import { AuthorizationError, CloudApiError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import { createWebhookAdmin } from '../../../nodes/shared/cloudApi/webhookAdmin/createWebhookAdmin';
import type { GraphRequest } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import type { WebhookAdmin } from '../../../nodes/shared/cloudApi/webhookAdmin/WebhookAdmin';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { startGraphServer, type GraphServer, type Reply } from '../client/startGraphServer';

const APP_ID = '645829310472918';
const WABA_ID = '102290129340398';
const NUMBER_ID = '106540352242922';
const TOKEN = 'EAAtheToken';
const CALLBACK = { callbackUrl: 'https://n8n.example.com/webhook/1/webhook', verifyToken: 'the-verify-word' };

const ok = (body: unknown): Reply => ({ status: 200, body });
const SUCCESS = ok({ success: true });
const refused = (code: number, message: string, status = 400): Reply => ({
	status,
	body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'trace' } },
});

let server: GraphServer | undefined;
let tokens: Array<GraphRequest['as']> = [];

async function open(...replies: Reply[]): Promise<WebhookAdmin> {
	const running = await startGraphServer(...replies);
	server = running;
	tokens = [];
	const transport = async (request: GraphRequest) => {
		tokens.push(request.as);
		return await running.transport(request);
	};
	return createWebhookAdmin(transport, { wait: async () => await Promise.resolve() });
}

async function failureOf(promise: Promise<unknown>): Promise<Error> {
	return await promise.then(
		() => Promise.reject(new Error('Nothing failed')),
		(error: unknown) => error as Error,
	);
}

/** Each request as one line. */
const lines = () => server?.requests.map(({ method, url }) => `${method} ${url.pathname}${url.search}`);

afterEach(async () => {
	await server?.close();
	server = undefined;
});

describe('an answer that is none', () => {
	const questions: Array<[string, (admin: WebhookAdmin) => Promise<unknown>]> = [
		['the token', async (admin) => await admin.inspectToken(TOKEN)],
		["the app's subscription", async (admin) => await admin.getAppSubscription(APP_ID)],
		['the subscribed apps', async (admin) => await admin.listSubscribedApps(WABA_ID)],
		["a number's callbacks", async (admin) => await admin.getNumberCallbacks(NUMBER_ID)],
	];
	const bodies = [{}, { data: {} }, { data: null }, { data: { is_valid: 'true' } }, { id: 7 }];

	test.each(questions.flatMap(([name, ask]) => bodies.map((body) => [name, body, ask] as const)))(
		'about %s is not taken for "nothing there": %j',
		async (_name, body, ask) => {
			await expect(ask(await open(ok(body)))).rejects.toThrow(CloudApiNoAnswerError);
		},
	);

	test.each([{}, { success: false }, { success: 'true' }])('to a change is not taken for success: %j', async (body) => {
		const error = await failureOf((await open(ok(body))).subscribeApp(WABA_ID));

		expect(error).toBeInstanceOf(CloudApiNoAnswerError);
		expect(error.message).not.toContain('message');
		expect(server?.requests).toHaveLength(1);
	});

	test('to a change is not asked for again, because nobody knows what came of it', async () => {
		const error = await failureOf((await open('reset')).setAppSubscription(APP_ID, CALLBACK, ['messages']));

		expect(error).toMatchObject({ message: 'WhatsApp did not answer: the connection broke.', wasPossiblySent: false });
		expect(server?.requests).toHaveLength(1);
	});

	test('to a question is asked for again', async () => {
		const admin = await open('reset', refused(2, 'down', 503), ok({ data: [] }));

		await expect(admin.getAppSubscription(APP_ID)).resolves.toBeUndefined();
		expect(server?.requests).toHaveLength(3);
	});
});

describe('an ID that cannot be one', () => {
	test.each(['', ' ', '1/../2', '+15550100001', 'abc'])('is refused before any request: %p', async (id) => {
		const admin = await open(SUCCESS);
		const calls: Array<[string, Promise<unknown>]> = [
			['App ID', admin.getAppSubscription(id)],
			['App ID', admin.setAppSubscription(id, CALLBACK, [])],
			['App ID', admin.deleteAppSubscription(id)],
			['Business Account ID', admin.listSubscribedApps(id)],
			['Business Account ID', admin.subscribeApp(id)],
			['Business Phone Number', admin.getNumberCallbacks(id)],
			['Business Phone Number', admin.setNumberOverride(id, undefined)],
		];

		for (const [parameter, call] of calls) {
			const error = await failureOf(call);
			expect(error).toBeInstanceOf(InvalidInputError);
			expect(error).toMatchObject({ parameter });
		}
		expect(server?.requests).toEqual([]);
	});
});

describe('inspectToken', () => {
	const data = { app_id: APP_ID, is_valid: true, scopes: ['whatsapp_business_messaging'], expires_at: 1_800_000_000 };

	test('says what the token may do, asked as the app', async () => {
		const admin = await open(ok({ data }));

		await expect(admin.inspectToken(TOKEN)).resolves.toEqual({
			appId: APP_ID,
			isValid: true,
			scopes: ['whatsapp_business_messaging'],
			expiresAtMs: 1_800_000_000_000,
		});
		expect(lines()).toEqual([`GET /v25.0/debug_token?input_token=${TOKEN}`]);
		expect(tokens).toEqual(['app']);
	});

	test.each([0, undefined, null, 'never'])('takes the expiry %p for none', async (expiry) => {
		const admin = await open(ok({ data: { ...data, expires_at: expiry } }));

		expect((await admin.inspectToken(TOKEN)).expiresAtMs).toBeUndefined();
	});

	test('gives the reason of an invalid token without the token', async () => {
		const error = { code: 190, message: 'Error validating access token odd-token: it has expired' };
		const admin = await open(ok({ data: { is_valid: false, scopes: 'none', error } }));

		await expect(admin.inspectToken('odd-token')).resolves.toEqual({
			appId: '',
			isValid: false,
			reason: 'Error validating access token [text]: it has expired',
			scopes: [],
		});
	});

	const management = (rest: object) => ({ scope: 'whatsapp_business_management', ...rest });
	test.each([
		[[management({ target_ids: [WABA_ID, '77'] })], [WABA_ID, '77']],
		[[{ scope: 'whatsapp_business_messaging', target_ids: ['1'] }, null, management({ target_ids: ['2'] })], ['2']],
		[[management({ target_ids: [7, null, 'x', '1/../2', '3'] })], ['3']],
		[[management({})], undefined],
		[[management({ target_ids: [] })], undefined],
		[[management({ target_ids: 'x' })], undefined],
		[[{ scope: 'whatsapp_business_messaging', target_ids: ['1'] }], undefined],
		[[], undefined],
		['x', undefined],
		[undefined, undefined],
	])('reads the accounts that the token is limited to: %j', async (granularScopes, businessAccountIds) => {
		const admin = await open(ok({ data: { ...data, granular_scopes: granularScopes } }));

		expect((await admin.inspectToken(TOKEN)).businessAccountIds).toEqual(businessAccountIds);
	});

	test('reports a wrong app secret, without any token', async () => {
		const admin = await open(refused(190, `Bad signature of ${APP_ID}|the-secret for odd-token, input_token=odd-token`, 401));
		const error = await failureOf(admin.inspectToken('odd-token'));

		expect(error).toBeInstanceOf(AuthorizationError);
		expect(JSON.stringify([error.message, error.stack, error])).not.toMatch(/the-secret|odd-token/);
	});
});

describe("the app's subscription", () => {
	const entry = { object: 'whatsapp_business_account', callback_url: CALLBACK.callbackUrl, active: true };

	test('is found among those of other objects', async () => {
		const fields = [{ name: 'messages', version: 'v25.0' }, 'calls', null, {}];
		const admin = await open(ok({ data: [null, { object: 'page', callback_url: 'https://x' }, { ...entry, fields }] }));

		await expect(admin.getAppSubscription(APP_ID)).resolves.toEqual({
			callbackUrl: CALLBACK.callbackUrl,
			fields: ['messages', 'calls'],
			isActive: true,
		});
		expect(lines()).toEqual([`GET /v25.0/${APP_ID}/subscriptions`]);
		expect(tokens).toEqual(['app']);
	});

	test('is undefined when there is none for WhatsApp', async () => {
		const admin = await open(ok({ data: [{ object: 'page', callback_url: 'https://x' }] }));

		await expect(admin.getAppSubscription(APP_ID)).resolves.toBeUndefined();
	});

	test('may have been switched off, and may have no fields', async () => {
		const admin = await open(ok({ data: [{ ...entry, active: false }] }));

		await expect(admin.getAppSubscription(APP_ID)).resolves.toMatchObject({ isActive: false, fields: [] });
	});

	test('is set with address, word and fields', async () => {
		const admin = await open(SUCCESS);
		await admin.setAppSubscription(APP_ID, CALLBACK, ['messages', 'calls']);

		expect(server?.requests).toMatchObject([
			{
				method: 'POST',
				body: {
					object: 'whatsapp_business_account',
					callback_url: CALLBACK.callbackUrl,
					verify_token: 'the-verify-word',
					fields: 'messages,calls',
					include_values: true,
				},
			},
		]);
		expect(lines()).toEqual([`POST /v25.0/${APP_ID}/subscriptions`]);
		expect(tokens).toEqual(['app']);
	});

	test('is deleted for WhatsApp alone', async () => {
		await (await open(SUCCESS)).deleteAppSubscription(APP_ID);

		expect(lines()).toEqual([`DELETE /v25.0/${APP_ID}/subscriptions?object=whatsapp_business_account`]);
		expect(tokens).toEqual(['app']);
	});

	test('that Meta cannot verify is an error with its reason and without the verify token', async () => {
		const words = 'Callback verification failed with the following errors: HTTP Status Code = 403; sent the-verify-word';
		const admin = await open(refused(2200, `(#2200) ${words}`));
		const error = await failureOf(admin.setAppSubscription(APP_ID, CALLBACK, ['messages']));

		expect(error).toBeInstanceOf(CloudApiError);
		expect(error).toMatchObject({ code: 2200, details: expect.stringContaining('HTTP Status Code = 403') });
		expect(error.message).toMatch(/^WhatsApp refused the request: Meta called the address/);
		expect(JSON.stringify([error.message, error.stack, error])).not.toContain('the-verify-word');
	});
});

describe('the apps of a WABA', () => {
	test('are listed over all pages, with their overrides', async () => {
		const app = (id: string, rest = {}) => ({ whatsapp_business_api_data: { id, name: `App ${id}`, link: 'x' }, ...rest });
		const admin = await open(
			ok({ data: [app('1'), null, {}], paging: { cursors: { after: 'c' }, next: 'https://x' } }),
			ok({ data: [app('2', { override_callback_uri: 'https://y/z' }), app('3', { override_callback_uri: '' })] }),
		);

		await expect(admin.listSubscribedApps(WABA_ID)).resolves.toEqual([
			{ appId: '1', name: 'App 1' },
			{ appId: '2', name: 'App 2', overrideUrl: 'https://y/z' },
			{ appId: '3', name: 'App 3' },
		]);
		expect(lines()?.[0]).toBe(`GET /v25.0/${WABA_ID}/subscribed_apps?limit=200`);
		expect(tokens).toEqual([undefined, undefined]);
	});

	test.each([
		['without an address of its own', undefined, {}],
		[
			'with one',
			CALLBACK,
			{ override_callback_uri: CALLBACK.callbackUrl, verify_token: CALLBACK.verifyToken },
		],
	])('get another one, %s', async (_case, override, body) => {
		await (await open(SUCCESS)).subscribeApp(WABA_ID, override);

		expect(lines()).toEqual([`POST /v25.0/${WABA_ID}/subscribed_apps`]);
		expect(server?.requests[0]?.body).toEqual(body);
		expect(tokens).toEqual([undefined]);
	});
});

describe('the callbacks of a number', () => {
	test('are read by level', async () => {
		const configuration = { phone_number: 'https://a', whatsapp_business_account: '', application: 'https://c' };
		const admin = await open(ok({ id: NUMBER_ID, webhook_configuration: configuration }));

		await expect(admin.getNumberCallbacks(NUMBER_ID)).resolves.toEqual({
			phoneNumber: 'https://a',
			application: 'https://c',
		});
		expect(lines()).toEqual([`GET /v25.0/${NUMBER_ID}?fields=webhook_configuration`]);
	});

	test('may be none', async () => {
		const admin = await open(ok({ id: NUMBER_ID }));

		await expect(admin.getNumberCallbacks(NUMBER_ID)).resolves.toEqual({});
	});

	test.each([
		['set', CALLBACK, { override_callback_uri: CALLBACK.callbackUrl, verify_token: CALLBACK.verifyToken }],
		['cleared', undefined, { override_callback_uri: '' }],
	])('are %s', async (_case, override, configuration) => {
		await (await open(SUCCESS)).setNumberOverride(NUMBER_ID, override);

		expect(lines()).toEqual([`POST /v25.0/${NUMBER_ID}`]);
		expect(server?.requests[0]?.body).toEqual({ webhook_configuration: configuration });
		expect(tokens).toEqual([undefined]);
	});
});
