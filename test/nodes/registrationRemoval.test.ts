import {
	APP_ID,
	openRegistrationStage,
	OTHER_NUMBER_ID,
	VERIFY_TOKEN,
	type PublishedTrigger,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';

const onNumber = (value = PHONE_NUMBER_ID) => ({
	registrationLevel: 'phoneNumber',
	registrationPhoneNumberId: { __rl: true, mode: 'id', value },
});
const LEVELS = [
	['app', { registrationLevel: 'app' }],
	['businessAccount', { registrationLevel: 'businessAccount' }],
	['phoneNumber', onNumber()],
] as const;
const EMPTY = { application: null, isSubscribedToAccount: true, businessAccount: null, phoneNumbers: {} };

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

const warnings = ({ logs }: PublishedTrigger) => logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

describe('unpublishing', () => {
	test.each([
		['app', LEVELS[0][1], [`DELETE /${APP_ID}/subscriptions`]],
		['businessAccount', LEVELS[1][1], [`POST /${BUSINESS_ACCOUNT_ID}/subscribed_apps`, `DELETE /${APP_ID}/subscriptions`]],
		['phoneNumber', LEVELS[2][1], [`POST /${PHONE_NUMBER_ID}`, `DELETE /${APP_ID}/subscriptions`]],
	])('takes back what publishing made, and not the subscription of the account: %s', async (_level, parameters, changes) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		stage.graph.requests.length = 0;

		await expect(trigger.remove()).resolves.toBe(true);
		expect(stage.graph.changes()).toEqual(changes);
		expect(stage.levels()).toMatchObject(EMPTY);
		expect(warnings(trigger)).toEqual([]);
	});

	test.each(LEVELS)('again, or without having published, changes nothing: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await expect(trigger.remove()).resolves.toBe(true);
		await trigger.publish();
		await trigger.remove();
		stage.graph.requests.length = 0;

		await expect(trigger.remove()).resolves.toBe(true);
		expect(stage.graph.changes()).toEqual([]);
	});

	test.each(LEVELS)('takes back an address at an earlier host: %s', async (_level, parameters) => {
		await stage.trigger(parameters).publish();
		await stage.trigger(parameters, { origin: stage.callback.otherOrigin }).remove();

		expect(stage.levels()).toMatchObject(EMPTY);
	});

	test.each(LEVELS)('and publishing again registers again: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.remove();
		await trigger.publish();

		await expect(trigger.check()).resolves.toBe(true);
	});

	test.each(LEVELS)("leaves what is somebody else's: %s", async (_level, parameters) => {
		const url = `${stage.callback.origin}/crm`;
		await stage.simulator.subscribe({ callbackUrl: url, verifyToken: VERIFY_TOKEN });
		await stage.override(PHONE_NUMBER_ID, `${url}/number`);
		const before = stage.levels();
		await stage.trigger(parameters).remove();

		expect(stage.graph.changes()).toEqual([]);
		expect(stage.levels()).toEqual(before);
	});

	it('of a copy of the workflow at an address that Meta would not take leaves the original registered', async () => {
		const webhookId = 'x'.repeat(150);
		const live = stage.trigger(onNumber(), { webhookId });
		await live.publish();
		const copy = stage.trigger(onNumber(), { webhookId, origin: 'http://a-host-with-a-longer-name.example.com' });
		await expect(copy.create()).rejects.toThrow(/characters/);
		await copy.remove();

		await expect(live.check()).resolves.toBe(true);
	});
});

describe('unpublishing one of two triggers', () => {
	it("on two numbers leaves the other's override, and the callback of the app that it depends on", async () => {
		const first = stage.trigger(onNumber());
		const second = stage.trigger(onNumber(OTHER_NUMBER_ID), { webhookId: 'trigger-b' });
		await first.publish();
		await second.publish();
		await first.remove();

		expect(stage.levels()).toMatchObject({ application: first.url, phoneNumbers: { [OTHER_NUMBER_ID]: second.url } });
		expect(warnings(first)).toEqual([expect.stringContaining(`nothing would reach ${second.url} any more`)]);
		await expect(second.check()).resolves.toBe(true);

		await second.remove();
		expect(stage.levels()).toMatchObject({ application: first.url, phoneNumbers: {} });
		await first.remove();
		expect(stage.levels()).toMatchObject(EMPTY);
	});

	it('on the app and a number leaves the number served', async () => {
		const app = stage.trigger();
		const number = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		await app.publish();
		await number.publish();
		await app.remove();

		expect(stage.levels()).toMatchObject({ application: app.url, phoneNumbers: { [PHONE_NUMBER_ID]: number.url } });
		await expect(number.check()).resolves.toBe(true);
	});

	it('on an account and a number leaves the number served', async () => {
		const account = stage.trigger({ registrationLevel: 'businessAccount' });
		const number = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		await account.publish();
		await number.publish();
		await account.remove();

		expect(stage.levels()).toMatchObject({
			application: account.url,
			businessAccount: null,
			phoneNumbers: { [PHONE_NUMBER_ID]: number.url },
		});
	});

	it('on the app and an account leaves the account served', async () => {
		const app = stage.trigger();
		const account = stage.trigger({ registrationLevel: 'businessAccount' }, { webhookId: 'trigger-b' });
		await app.publish();
		await account.publish();
		await app.remove();

		expect(stage.levels()).toMatchObject({ application: app.url, businessAccount: account.url });
	});
});

describe('a credential that no longer works', () => {
	test.each([
		['its token was withdrawn', (): void => void stage.simulator.setToken({ isValid: false })],
		['its token lost the permission', (): void => void stage.simulator.setToken({ scopes: [] })],
		['its app secret is wrong', (): void => void (stage.credential.appSecret = 'another-secret')],
		['its app secret is gone', (): void => void (stage.credential.appSecret = '')],
		['its app ID is gone', (): void => void (stage.credential.appId = '')],
		['its app does not exist', (): void => void (stage.credential.appId = '999')],
		['its account is gone', (): void => void (stage.credential.businessAccountId = '')],
		['its number is gone', (): void => void (stage.graph.interfere = () => ({ code: 100, message: 'Object does not exist' }))],
	])('does not keep a workflow from being unpublished: %s', async (_case, spoil) => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		spoil();

		await expect(trigger.remove()).resolves.toBe(true);
		expect(warnings(trigger).join()).toMatch(/its callback may still be registered at Meta\. .{20,}/);
		expect(JSON.stringify(trigger.logs)).not.toMatch(/simulator-access-token|simulator-app-secret|another-secret|a verify token/);
	});

	it('and cannot even be read does not either', async () => {
		const readCredential = () => {
			throw new Error('Credential with ID "7" does not exist');
		};
		const trigger = stage.trigger({}, { readCredential });

		await expect(trigger.remove()).resolves.toBe(true);
		expect(warnings(trigger).join()).toContain('does not exist');
	});

	it('for the app takes the override back all the same', async () => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		stage.credential.appSecret = 'another-secret';
		await trigger.remove();

		expect(stage.levels().phoneNumbers).toEqual({});
	});
});

describe('a failure that may be gone by the next try', () => {
	test.each([
		['no answer', 'reset'],
		['a fault of Meta', { code: 2, message: 'down', httpStatus: 503 }],
		['a rate limit', { code: 80007, message: 'slow down' }],
	] as const)('is reported, so that n8n tries again: %s', async (_case, interference) => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		stage.graph.interfere = () => interference;
		await expect(trigger.remove()).rejects.toThrow(/WhatsApp (did not answer|refused the request)/);

		stage.graph.interfere = () => undefined;
		await trigger.remove();
		expect(stage.levels()).toMatchObject(EMPTY);
	});
});
