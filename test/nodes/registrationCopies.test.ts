import {
	openRegistrationStage,
	VERIFY_TOKEN,
	type PublishedTrigger,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { startCallback } from '../support/startCallback';
import { onNumber, registrationLevels, warningsOf } from '../support/registrationLevels';

const ON_NUMBER = onNumber(PHONE_NUMBER_ID, 'list');
const LEVELS = registrationLevels('list');

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

const refusalOf = async (trigger: PublishedTrigger) =>
	await trigger.create().then(
		() => 'was published',
		(error: Error) => error.message,
	);

describe('a copy of a published workflow in another n8n', () => {
	const copyOf = (parameters: (typeof LEVELS)[number][1], rest = {}) =>
		stage.trigger({ ...parameters, ...rest }, { origin: stage.callback.otherOrigin });

	test.each(LEVELS)('is refused while the original answers, which stays registered: %s', async (_level, parameters) => {
		const live = stage.trigger(parameters);
		await live.publish();
		const before = stage.levels();
		stage.graph.requests.length = 0;
		const copy = copyOf(parameters);
		await expect(copy.check()).resolves.toBe(false);
		const sentence = await refusalOf(copy);

		expect(sentence).toContain(`already posts its webhooks to ${live.url}, and a copy of this workflow is published there.`);
		expect(sentence).toMatch(/Unpublish the copy there\. Or switch on 'Replace Another Callback' .* if the address leads to this n8n/);
		expect(warningsOf(copy)).toEqual([expect.stringContaining(sentence)]);
		await copy.unpublish();
		expect(stage.graph.changes()).toEqual([]);
		expect(stage.levels()).toEqual(before);
		expect(warningsOf(copy).at(-1)).toMatch(new RegExp(`${live.url} stays registered at Meta\\. It is at another host`));
	});

	test.each(LEVELS)('is refused also while the original answers to another verify token: %s', async (_level, parameters) => {
		const live = stage.trigger(parameters);
		await live.publish();
		stage.callback.statusOf.set(live.url, 403);

		expect(await refusalOf(copyOf(parameters))).toContain('a copy of this workflow is published there');
	});

	test.each(LEVELS)('takes the place when the switch is on, and keeps it: %s', async (level, parameters) => {
		const live = stage.trigger(parameters);
		await live.publish();
		const copy = copyOf(parameters, { replaceCallback: true });
		await copy.publish();
		expect(warningsOf(copy)).toContainEqual(
			expect.stringContaining(`Meta posts to ${copy.url} now, and no longer to ${live.url}.`),
		);
		await live.unpublish();

		const { application, businessAccount, phoneNumbers } = stage.levels();
		expect({ app: application, businessAccount, phoneNumber: phoneNumbers[PHONE_NUMBER_ID] }[level]).toBe(copy.url);
	});

	test.each([404, 301, 502, 204])('takes the place of one that answers %i', async (status) => {
		const old = stage.trigger();
		await old.publish();
		stage.callback.statusOf.set(old.url, status);
		const copy = copyOf({ registrationLevel: 'app' });
		await copy.publish();

		expect(stage.levels().application).toBe(copy.url);
	});

	it('takes the place of one that answers 403 without being a trigger', async () => {
		const callback = await startCallback('x', { refusal: 'Forbidden' });
		await stage.simulator.subscribe({ callbackUrl: `${callback.origin}/webhook/trigger-a/webhook`, verify: false });
		const trigger = stage.trigger();
		await trigger.publish();
		await callback.close();

		expect(stage.levels().application).toBe(trigger.url);
	});

	test.each(['http://127.0.0.1:1', 'http://no-such-host.invalid'])('takes the place of one that cannot be reached: %s', async (host) => {
		await stage.simulator.subscribe({ callbackUrl: `${host}/webhook/trigger-a/webhook`, verify: false });
		const trigger = stage.trigger();
		await trigger.publish();

		expect(stage.levels().application).toBe(trigger.url);
	});

	it('on a number leaves the callback of the app to the original while that answers, and takes it afterwards', async () => {
		const live = stage.trigger();
		await live.publish();
		const copy = copyOf(ON_NUMBER);
		await copy.publish();
		expect(stage.levels().application).toBe(live.url);

		stage.callback.statusOf.set(live.url, 404);
		await expect(copy.check()).resolves.toBe(false);
		await copy.create();
		expect(stage.levels().application).toBe(copy.url);
	});
});

describe('another trigger of the same n8n', () => {
	const second = (parameters: (typeof LEVELS)[number][1]) => stage.trigger(parameters, { webhookId: 'trigger-b' });

	test.each(LEVELS)('that does not exist any more makes room: %s', async (_level, parameters) => {
		const first = stage.trigger(parameters);
		await first.publish();
		stage.callback.statusOf.set(first.url, 404);
		const trigger = second(parameters);
		await trigger.publish();

		await expect(trigger.check()).resolves.toBe(true);
		expect(warningsOf(trigger)).toContainEqual(
			expect.stringContaining(`no longer to ${first.url}, where no trigger answers any more.`),
		);
	});

	test.each([200, 403, 500, 502])('keeps its place while it answers %i', async (status) => {
		const first = stage.trigger();
		await first.publish();
		stage.callback.statusOf.set(first.url, status);

		expect(await refusalOf(second({ registrationLevel: 'app' }))).toContain("another workflow's trigger in this n8n holds it");
		expect(stage.levels().application).toBe(first.url);
	});

	it('that was just unpublished makes room at once, and its removal then leaves the new one alone', async () => {
		const first = stage.trigger();
		await first.publish();
		await first.remove();
		const trigger = second({ registrationLevel: 'app' });
		await trigger.publish();
		await stage.pass(30_000);

		await expect(trigger.check()).resolves.toBe(true);
	});
});

describe('a stranger', () => {
	test.each(LEVELS)('is never asked, and never told the verify token: %s', async (_level, parameters) => {
		const stranger = await startCallback(VERIFY_TOKEN);
		const url = `${stranger.origin}/crm`;
		await stage.simulator.subscribe({ callbackUrl: url, verify: false });
		await stage.override(PHONE_NUMBER_ID, `${url}/number`);
		stranger.challenged.length = 0;
		const trigger = stage.trigger({ ...parameters });
		await trigger.check();
		await refusalOf(trigger);
		await trigger.unpublish();
		await stranger.close();

		expect(stranger.challenged).toEqual([]);
	});
});
