import { openRegistrationStage, type RegistrationStage } from '../support/openRegistrationStage';

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

describe('manual registration, and listening for a test event', () => {
	test.each([
		['manual registration', { registration: 'manual' }, {}],
		['listening', {}, { activation: 'manual' as const, isTest: true }],
	])('ask nothing of Meta: %s', async (_case, parameters, run) => {
		const trigger = stage.trigger(parameters, run);

		await expect(trigger.check()).resolves.toBe(false);
		await expect(trigger.create()).resolves.toBe(true);
		await trigger.unpublish();
		expect(stage.graph.requests).toEqual([]);
	});

	test.each([
		['manual registration', { registration: 'manual' }, {}],
		['listening', {}, { activation: 'manual' as const, isTest: true }],
	])('are refused without an app secret all the same: %s', async (_case, parameters, run) => {
		stage.credential.appSecret = '';

		await expect(stage.trigger(parameters, run).create()).rejects.toThrow(/no 'App Secret'/);
	});

	test.each([true, undefined])('leaves the live trigger registered when it ends, also if n8n did not say so: %p', async (isTest) => {
		const live = stage.trigger();
		await live.publish();
		const before = stage.levels();
		// What n8n passes when it stops listening.
		const run = { activation: 'update' as const, isTest, ...(isTest ? {} : { origin: `${stage.callback.origin}/test` }) };
		stage.graph.requests.length = 0;
		await stage.trigger({}, run).unpublish();

		expect(stage.levels()).toEqual(before);
		expect(stage.graph.requests.length > 0).toBe(!isTest);
		expect(before.application).toBe(live.url);
	});
});
