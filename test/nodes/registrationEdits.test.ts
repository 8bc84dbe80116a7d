import { cancelRemovals } from '../../nodes/WhatsAppSessionTrigger/registration/cancelRemovals';
import { pendingRemovals } from '../../nodes/WhatsAppSessionTrigger/registration/pendingRemovals';
import {
	openRegistrationStage,
	OTHER_NUMBER_ID,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { onNumber, registrationLevels, warningsOf } from '../support/registrationLevels';

const APP = { registrationLevel: 'app' };
const ACCOUNT = { registrationLevel: 'businessAccount' };
const LEVELS = registrationLevels();
const EMPTY = { application: null, isSubscribedToAccount: true, businessAccount: null, phoneNumbers: {} };

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

describe('an edit of a published trigger', () => {
	test.each(LEVELS)('changes nothing at Meta, then or later: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		const before = stage.levels();
		stage.graph.requests.length = 0;
		await trigger.remove();
		await stage.pass(29_999);
		await trigger.publish();
		await stage.pass(600_000);

		expect(stage.graph.changes()).toEqual([]);
		expect(stage.levels()).toEqual(before);
		expect(warningsOf(trigger)).toEqual([]);
	});

	test.each(LEVELS)('of one that has to be registered anew calls the removal off as well: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.remove();
		await trigger.create();
		await stage.pass(600_000);

		await expect(trigger.check()).resolves.toBe(true);
	});

	test.each(LEVELS)('that n8n takes its time for counts from the last time it was taken down: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.remove();
		await stage.pass(20_000);
		await trigger.remove();
		expect(jest.getTimerCount()).toBe(1);
		await stage.pass(29_999);
		expect(stage.levels()).not.toMatchObject(EMPTY);

		await stage.pass(1);
		expect(stage.levels()).toMatchObject(EMPTY);
	});

	test.each([
		['app to number', APP, onNumber(), { businessAccount: null, phoneNumbers: { [PHONE_NUMBER_ID]: 'own' } }],
		['account to number', ACCOUNT, onNumber(), { businessAccount: null, phoneNumbers: { [PHONE_NUMBER_ID]: 'own' } }],
		['number to app', onNumber(), APP, { businessAccount: null, phoneNumbers: {} }],
		['account to app', ACCOUNT, APP, { businessAccount: null, phoneNumbers: {} }],
		['number to number', onNumber(), onNumber(OTHER_NUMBER_ID), { phoneNumbers: { [OTHER_NUMBER_ID]: 'own' } }],
	] as const)('that changes the level removes the old override and nothing else: %s', async (_case, before, after, expected) => {
		const old = stage.trigger(before);
		await old.publish();
		await old.remove();
		const edited = stage.trigger(after);
		await edited.publish();
		await stage.pass(600_000);

		const own = JSON.parse(JSON.stringify(expected).replaceAll('own', edited.url)) as object;
		expect(stage.levels()).toMatchObject({ application: edited.url, ...own });
		expect(Object.keys(stage.levels().phoneNumbers)).toEqual(Object.keys(expected.phoneNumbers));
		await edited.unpublish();
		expect(stage.levels()).toMatchObject(EMPTY);
	});

	it('that turns to manual registration leaves everything at Meta as it is', async () => {
		const trigger = stage.trigger(onNumber());
		await trigger.publish();
		const before = stage.levels();
		await trigger.remove();
		await stage.trigger({ registration: 'manual' }).publish();
		await stage.pass(600_000);

		expect(stage.levels()).toEqual(before);
	});

	it('to another app removes all that the old app has', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		await trigger.remove();
		const readCredential = () => ({ ...stage.credential, appId: '111' });
		await expect(stage.trigger({}, { readCredential }).create()).rejects.toThrow(/'App ID' 111/);
		stage.callback.statusOf.delete(trigger.url);
		await stage.pass(30_000);

		expect(stage.levels()).toMatchObject(EMPTY);
	});
});

describe('a removal whose time has come', () => {
	it('needs nothing of n8n but its way to make requests: the credential may be gone by then', async () => {
		let isGone = false;
		const readCredential = () => {
			if (isGone) throw new Error('Credential with ID "7" does not exist');
			return stage.credential;
		};
		const trigger = stage.trigger(onNumber(), { readCredential });
		await trigger.publish();
		await trigger.remove();
		isGone = true;
		await stage.pass(30_000);

		expect(stage.levels()).toMatchObject(EMPTY);
		expect(warningsOf(trigger)).toEqual([]);
	});

	test.each(LEVELS)('leaves what somebody else has taken meanwhile: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.remove();
		const other = stage.trigger({ ...parameters, replaceCallback: true }, { webhookId: 'trigger-b' });
		await other.publish();
		await stage.pass(30_000);

		await expect(other.check()).resolves.toBe(true);
	});

	test.each(LEVELS)('leaves everything when another process has published the trigger again: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.remove();
		stage.callback.statusOf.delete(trigger.url);
		stage.graph.requests.length = 0;
		await stage.pass(30_000);

		expect(stage.graph.requests).toEqual([]);
		expect(trigger.logs.at(-1)?.message).toContain(`published again, so ${trigger.url} stays registered`);
	});

	it('is waited for by a publication that comes in the middle of it', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		await trigger.remove();
		const [removal] = pendingRemovals().values();
		let end: () => void = () => undefined;
		if (removal) removal.running = new Promise((resolve) => void (end = resolve));
		let isPublished = false;
		const cancelling = cancelRemovals(trigger.url, removal?.registration).then(() => void (isPublished = true));
		await new Promise(setImmediate);
		expect(isPublished).toBe(false);

		end();
		await cancelling;
		expect(pendingRemovals().size).toBe(0);
	});

	it('does not keep n8n from stopping', async () => {
		await stage.trigger().remove();

		expect([...pendingRemovals().values()].map(({ timer }) => timer.hasRef())).toEqual([false]);
	});
});

describe('a trigger that was just taken down', () => {
	it('keeps its callback of the app against one on a number, which gets it when the time has come', async () => {
		const app = stage.trigger();
		await app.publish();
		await app.remove();
		const number = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		await number.publish();
		expect(stage.levels().application).toBe(app.url);

		await stage.pass(30_000);
		expect(stage.levels().application).toBe(number.url);
	});
});
