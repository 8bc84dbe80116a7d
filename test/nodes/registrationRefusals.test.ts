import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { APP_ID, openRegistrationStage, OTHER_NUMBER_ID, type RegistrationStage } from '../support/openRegistrationStage';
import { PHONE_NUMBER_ID } from '../support/openStage';
import type { Interference } from '../support/startGraphProxy';

const LEVELS = [
	['app', { registrationLevel: 'app' }],
	['businessAccount', { registrationLevel: 'businessAccount' }],
	['phoneNumber', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: { __rl: true, mode: 'id', value: PHONE_NUMBER_ID } }],
] as const;
/** Whatever must not be read by anybody. */
const SECRETS = /simulator-access-token|simulator-app-secret|a verify token|EAA|another-secret/;

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

/** What n8n would show as the state of the publication. */
async function refusalOf(creating: Promise<unknown>): Promise<string> {
	const error = await creating.then(
		() => Promise.reject(new Error('Nothing was refused')),
		(failure: unknown) => failure as Error & { description?: string },
	);
	const { message, stack = '', description = '' } = error;
	expect(`${message}${stack}${description}${JSON.stringify(error)}`).not.toMatch(SECRETS);
	expect(description ?? '').toBe('');
	return message;
}

describe('a credential that is incomplete', () => {
	test.each([
		['appId', "The credential has no 'App ID', and the trigger needs it to register itself at Meta. Open the credential"],
		['appSecret', "The credential has no 'App Secret', so every webhook would be refused. Open the credential"],
		['verifyToken', "The credential has no 'Verify Token', so every webhook would be refused. Open the credential"],
		['businessAccountId', "The credential has no 'Business Account ID'. Open the credential"],
	])('stops the registration before Meta is asked: %s', async (field, sentence) => {
		stage.credential[field] = ' ';
		const trigger = stage.trigger();

		await expect(trigger.check()).resolves.toBe(false);
		expect(await refusalOf(trigger.create())).toContain(sentence);
		await trigger.unpublish();
		expect(stage.graph.changes()).toEqual([]);
	});

	it('needs no app ID for manual registration', async () => {
		stage.credential.appId = '';
		const trigger = stage.trigger({ registration: 'manual' });

		await expect(trigger.publish()).resolves.toBeUndefined();
		expect(stage.graph.requests).toEqual([]);
	});

	it('of which the app ID is no ID is named', async () => {
		stage.credential.appId = 'my app';

		expect(await refusalOf(stage.trigger().create())).toMatch(/'App ID' is not a number: my app/);
	});
});

describe('a credential that Meta does not accept', () => {
	const cases: Array<[string, (stage: RegistrationStage) => void, RegExp]> = [
		[
			'a wrong app secret',
			({ credential }) => void (credential.appSecret = 'another-secret'),
			/The 'App Secret' of the credential is not that of the app \d+\. Meta says: .* Copy 'App ID' and 'App Secret' anew from App Settings > Basic/,
		],
		[
			'an app that does not exist',
			({ credential }) => void (credential.appId = '999'),
			/Meta knows no app with the 'App ID' 999\. .*App Settings > Basic/,
		],
		[
			'an access token that is none',
			({ credential }) => void (credential.accessToken = 'EAAwrong'),
			/The 'Access Token' of the credential is not valid or has expired\. Meta says: Invalid OAuth access token\. Create a new one in Meta Business Settings/,
		],
		[
			'a token that has expired',
			({ simulator }) => void simulator.setToken({ expiresAtMs: Date.now() - 1_000 }),
			/not valid or has expired\. Meta says: .*Session has expired/,
		],
		[
			'a token that was withdrawn',
			({ simulator }) => void simulator.setToken({ isValid: false }),
			/not valid or has expired\. Meta says: .*invalidated/,
		],
		[
			'a token without the permission to manage',
			({ simulator }) => void simulator.setToken({ scopes: ['whatsapp_business_messaging'] }),
			/lacks the permission whatsapp_business_management\. Create a new one/,
		],
		[
			'a token without any permission',
			({ simulator }) => void simulator.setToken({ scopes: [] }),
			/lacks the permission whatsapp_business_messaging and whatsapp_business_management/,
		],
	];

	test.each(cases)('is described by its field, and nothing is changed: %s', async (_case, spoil, sentence) => {
		spoil(stage);
		const trigger = stage.trigger();

		await expect(trigger.check()).resolves.toBe(false);
		expect(await refusalOf(trigger.create())).toMatch(sentence);
		expect(stage.graph.changes()).toEqual([]);
	});

	test.each([
		['Meta refuses to look at it', { code: 100, message: '(#100) The App_id in the input_token did not match the Viewing App' }],
	] as Array<[string, Interference]>)('may hold the token of another app: %s', async (_case, interference) => {
		stage.graph.interfere = ({ path }) => (path === '/debug_token' ? interference : undefined);

		expect(await refusalOf(stage.trigger().create())).toContain(
			`The 'Access Token' of the credential was made for another app, and its 'App ID' is ${APP_ID}. Use the ID and the secret`,
		);
	});

	it('reads `Error validating client secret` as a wrong secret, and another fault of Meta as that', async () => {
		stage.graph.interfere = ({ path }) =>
			path === '/debug_token' ? { code: 1, message: 'Error validating client secret.' } : undefined;
		expect(await refusalOf(stage.trigger().create())).toMatch(/'App Secret' of the credential is not that/);

		stage.graph.interfere = ({ path }) => (path === '/debug_token' ? { code: 1, message: 'An unknown error' } : undefined);
		expect(await refusalOf(stage.trigger().create())).not.toMatch(/App Secret/);
	});
});

describe('an address that Meta cannot call', () => {
	it('is refused with its name before Meta is asked, unless Meta is a stand-in', async () => {
		const credential = (): ICredentialDataDecryptedObject => ({ ...stage.credential, graphApiBaseUrl: 'https://127.0.0.1:9' });
		const trigger = stage.trigger({}, { readCredential: credential, origin: 'http://localhost:5678' });

		await expect(trigger.check()).resolves.toBe(false);
		expect(await refusalOf(trigger.create())).toMatch(
			/^Meta cannot reach this trigger at http:\/\/localhost:5678\/webhook\/trigger-a\/webhook: that address is private\. Set the environment variable N8N_WEBHOOK_URL/,
		);
	});

	test.each(LEVELS)('because it does not answer is named with what Meta saw: %s', async (_level, parameters) => {
		const origin = 'http://127.0.0.1:9';
		const trigger = stage.trigger(parameters, { origin });
		const message = await refusalOf(trigger.create());

		expect(message).toContain(`Meta called ${origin}/webhook/trigger-a/webhook to verify it and did not get the right answer.`);
		expect(message).toMatch(/reachable from the internet .*N8N_WEBHOOK_URL.*Meta says: Callback verification failed/);
		await trigger.unpublish();
		expect(stage.levels()).toMatchObject({ application: null, businessAccount: null, phoneNumbers: {} });
	});

	it('because it answers with another verify token is named as well', async () => {
		stage.credential.verifyToken = 'another word';

		expect(await refusalOf(stage.trigger().create())).toMatch(/Meta says: .*403/);
	});

	it('with more than 200 characters is refused for a number and taken for the app', async () => {
		const webhookId = 'x'.repeat(200);
		const number = stage.trigger(LEVELS[2][1], { webhookId });
		expect(await refusalOf(number.create())).toMatch(/characters: http.*Meta takes at most 200.*'Registration Level' to App/);
		expect(stage.graph.changes()).toEqual([]);

		await expect(stage.trigger({}, { webhookId }).create()).resolves.toBe(true);
	});
});

describe('a refusal of Meta', () => {
	const refuse = (interference: Interference) => {
		stage.graph.interfere = ({ method }) => (method === 'POST' ? interference : undefined);
	};

	test.each([
		[10, /the access token lacks a permission \(code 10\)\. In Meta Business Settings, give the system user .* Meta says: Words of Meta/],
		[200, /In Meta Business Settings, give the system user/],
		[273, /In Meta Business Settings, give the system user/],
		[190, /the access token is wrong or has expired \(code 190\)\. Create a new access token/],
		[100, /Meta says: Words of Meta/],
		[424242, /Words of Meta/],
	])('with code %i becomes a sentence with its remedy', async (code, sentence) => {
		refuse({ code, message: `(#${code}) Words of Meta` });

		expect(await refusalOf(stage.trigger().create())).toMatch(sentence);
	});

	test.each(['The app is in development mode', 'App not in Live mode'])('because of the mode of the app says so: %s', async (words) => {
		refuse({ code: 200, message: `(#200) ${words}` });

		expect(await refusalOf(stage.trigger().create())).toMatch(
			/^The Meta app is in development mode, .*Switch 'App Mode' to Live at the top of the app in the Meta console\./,
		);
	});

	it('for an account that the token does not see names what to check', async () => {
		stage.credential.businessAccountId = '999';

		expect(await refusalOf(stage.trigger().create())).toMatch(/^WhatsApp refused the request: .*\(code \d+\)\. [A-Z]/);
	});

	it('that never came is said as such, and n8n may try again', async () => {
		stage.graph.interfere = () => 'reset';
		const trigger = stage.trigger();

		await expect(trigger.check()).resolves.toBe(false);
		expect(await refusalOf(trigger.create())).toMatch(/^WhatsApp did not answer: the connection broke\. Check that this machine/);
		stage.graph.interfere = () => undefined;
		await expect(trigger.create()).resolves.toBe(true);
		await expect(trigger.check()).resolves.toBe(true);
	});

	it('after the first change leaves what was done, and the next try does the rest', async () => {
		stage.graph.interfere = ({ method, path }) =>
			method === 'POST' && path === `/${PHONE_NUMBER_ID}` ? { code: 2, message: 'down', httpStatus: 503 } : undefined;
		const trigger = stage.trigger(LEVELS[2][1]);
		await refusalOf(trigger.create());
		expect(stage.levels()).toMatchObject({ application: trigger.url, phoneNumbers: {} });

		stage.graph.interfere = () => undefined;
		stage.graph.requests.length = 0;
		await trigger.create();
		expect(stage.graph.changes()).toEqual([`POST /${PHONE_NUMBER_ID}`]);
	});
});

describe('the number', () => {
	it('has to be chosen when the account has several', async () => {
		const message = await refusalOf(stage.trigger({ registrationLevel: 'phoneNumber' }).create());

		expect(message).toMatch(/'Business Phone Number' is empty, and the WhatsApp Business Account has several/);
		expect(message).toContain(OTHER_NUMBER_ID);
	});

	it('has to be an ID', async () => {
		const chosen = { __rl: true, mode: 'id', value: '+1 555 010 0001' };
		const trigger = stage.trigger({ registrationLevel: 'phoneNumber', registrationPhoneNumberId: chosen });

		expect(await refusalOf(trigger.create())).toMatch(/'Business Phone Number' is not a phone number ID/);
	});
});
