import {
	APP_ID,
	openRegistrationStage,
	OTHER_NUMBER_ID,
	VERIFY_TOKEN,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';
import { onNumber, registrationLevels, warningsOf } from '../support/registrationLevels';

const LEVELS = registrationLevels();
const EMPTY = { application: null, isSubscribedToAccount: true, businessAccount: null, phoneNumbers: {} };

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

describe('unpublishing', () => {
	test.each([
		['app', LEVELS[0][1], [`DELETE /${APP_ID}/subscriptions`]],
		['businessAccount', LEVELS[1][1], [`POST /${BUSINESS_ACCOUNT_ID}/subscribed_apps`, `DELETE /${APP_ID}/subscriptions`]],
		['phoneNumber', LEVELS[2][1], [`POST /${PHONE_NUMBER_ID}`, `DELETE /${APP_ID}/subscriptions`]],
	])('takes back what publishing made, and not the subscription of the account: %s', async (_level, parameters, changes) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		stage.graph.requests.length = 0;

		await trigger.unpublish();
		expect(stage.graph.changes()).toEqual(changes);
		expect(stage.levels()).toMatchObject(EMPTY);
		expect(warningsOf(trigger)).toEqual([]);
	});

	test.each(LEVELS)('again, or without having published, changes nothing: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.unpublish();
		await trigger.publish();
		await trigger.unpublish();
		stage.graph.requests.length = 0;
		trigger.logs.length = 0;

		await trigger.unpublish();
		expect(stage.graph.changes()).toEqual([]);
		expect(warningsOf(trigger)).toEqual([
			expect.stringMatching(
				new RegExp(`neither at the app ${APP_ID} nor at the account ${BUSINESS_ACCOUNT_ID}.* If the credential was changed`),
			),
		]);
	});

	test.each(LEVELS)('and publishing again registers again: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.unpublish();
		await trigger.publish();

		await expect(trigger.check()).resolves.toBe(true);
	});

	test.each(LEVELS)("leaves what is somebody else's: %s", async (_level, parameters) => {
		const url = `${stage.callback.origin}/crm`;
		await stage.simulator.subscribe({ callbackUrl: url, verifyToken: VERIFY_TOKEN });
		await stage.override(PHONE_NUMBER_ID, `${url}/number`);
		const before = stage.levels();
		await stage.trigger(parameters).unpublish();

		expect(stage.graph.changes()).toEqual([]);
		expect(stage.levels()).toEqual(before);
	});
});

describe('unpublishing one of two triggers', () => {
	test.each([
		['app', LEVELS[0][1], LEVELS[1][1]],
		['app', LEVELS[0][1], onNumber(OTHER_NUMBER_ID)],
		['businessAccount', LEVELS[1][1], onNumber(OTHER_NUMBER_ID)],
		['phoneNumber', onNumber(), onNumber(OTHER_NUMBER_ID)],
	] as const)('leaves the other served, which gets the callback of the app that it depends on: %s', async (_level, one, two) => {
		const first = stage.trigger(one);
		const second = stage.trigger(two, { webhookId: 'trigger-b' });
		await first.publish();
		await second.publish();
		const { fields } = stage.simulator.state().subscription ?? {};
		await first.unpublish();

		const { application, businessAccount, phoneNumbers } = stage.levels();
		expect(application).toBe(second.url);
		expect(stage.simulator.state().subscription?.fields).toEqual(fields);
		expect([businessAccount, ...Object.values(phoneNumbers)].filter((url) => url !== null)).toEqual([second.url]);
		expect(warningsOf(first)).toEqual([expect.stringContaining(`the callback of the Meta app goes to ${second.url} now`)]);
		await expect(second.check()).resolves.toBe(true);
		await second.unpublish();
		expect(stage.levels()).toMatchObject(EMPTY);
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

		await trigger.unpublish();
		expect(warningsOf(trigger).join()).toMatch(/its callback may still be registered at Meta\. .{20,}/);
		expect(JSON.stringify(trigger.logs)).not.toMatch(/simulator-access-token|simulator-app-secret|another-secret|a verify token/);
	});

	it('and cannot even be read does not either', async () => {
		const readCredential = () => {
			throw new Error('Credential with ID "7" does not exist');
		};
		const trigger = stage.trigger({}, { readCredential });

		await trigger.unpublish();
		expect(warningsOf(trigger).join()).toContain('does not exist');
	});

	it('for the app takes the override back all the same', async () => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		stage.credential.appSecret = 'another-secret';
		await trigger.unpublish();

		expect(stage.levels().phoneNumbers).toEqual({});
	});
});

describe('a failure that may be gone by the next try', () => {
	const FAILURES = [
		['no answer', 'reset'],
		['a fault of Meta', { code: 2, message: 'down', httpStatus: 503 }],
		['a rate limit', { code: 80007, message: 'slow down' }],
	] as const;

	test.each(FAILURES)('is tried again half a minute later: %s', async (_case, interference) => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		stage.graph.interfere = () => interference;
		await trigger.unpublish();
		expect(warningsOf(trigger).join()).toMatch(/may still be registered at Meta\. WhatsApp (did not answer|refused the request)/);

		stage.graph.interfere = () => undefined;
		await stage.pass(30_000);
		expect(stage.levels()).toMatchObject(EMPTY);
	});

	it('is given up after three tries', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		stage.graph.interfere = () => 'reset';
		await trigger.unpublish();
		await stage.pass(30_000);
		await stage.pass(30_000);
		stage.graph.interfere = () => undefined;
		stage.graph.requests.length = 0;
		await stage.pass(600_000);

		expect(stage.graph.requests).toEqual([]);
		expect(stage.levels().application).toBe(trigger.url);
	});

	test.each(FAILURES)('is reported when it is not even known what to remove: %s', async (_case, interference) => {
		stage.graph.interfere = () => interference;
		const trigger = stage.trigger({ registrationLevel: 'phoneNumber' });

		await expect(trigger.remove()).rejects.toThrow(/WhatsApp (did not answer|refused the request)/);
	});
});
