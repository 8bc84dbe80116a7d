import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';
import { ROUTING_FIELDS, WEBHOOK_FIELDS } from '../../nodes/shared/cloudApi/webhookAdmin/webhookFields';
import {
	APP_ID,
	openRegistrationStage,
	OTHER_NUMBER_ID,
	VERIFY_TOKEN,
	type RegistrationStage,
} from '../support/openRegistrationStage';

const SUBSCRIPTIONS = `POST /${APP_ID}/subscriptions`;
const SUBSCRIBED_APPS = `POST /${BUSINESS_ACCOUNT_ID}/subscribed_apps`;
const NUMBER = `POST /${PHONE_NUMBER_ID}`;

const onNumber = (id = PHONE_NUMBER_ID) => ({
	registrationLevel: 'phoneNumber',
	registrationPhoneNumberId: { __rl: true, mode: 'list', value: id },
});
const LEVELS = [
	['app', { registrationLevel: 'app' }],
	['businessAccount', { registrationLevel: 'businessAccount' }],
	['phoneNumber', onNumber()],
] as const;

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

async function reopen(options: Parameters<typeof openRegistrationStage>[0]): Promise<void> {
	await stage.close();
	stage = await openRegistrationStage(options);
}

/** Enters an address at the app as somebody else would. */
async function subscribe(callbackUrl: string, fields?: string[]): Promise<void> {
	await stage.simulator.subscribe({ callbackUrl, verifyToken: VERIFY_TOKEN, ...(fields && { fields }) });
}

const fieldsOfApp = () => stage.simulator.state().subscription?.fields ?? [];
const warnings = (trigger: { logs: Array<{ level: string; message: string }> }) =>
	trigger.logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

describe('publishing a trigger for the first time', () => {
	test.each([
		['app', LEVELS[0][1], [SUBSCRIBED_APPS, SUBSCRIPTIONS]],
		['businessAccount', LEVELS[1][1], [SUBSCRIBED_APPS, SUBSCRIPTIONS, SUBSCRIBED_APPS]],
		['phoneNumber', LEVELS[2][1], [SUBSCRIBED_APPS, SUBSCRIPTIONS, NUMBER]],
	])('makes what Meta needs in the order in which it needs it: %s', async (level, parameters, changes) => {
		await reopen({ isAppSubscribed: false });
		const trigger = stage.trigger(parameters);
		await expect(trigger.check()).resolves.toBe(false);
		await expect(trigger.create()).resolves.toBe(true);

		expect(stage.graph.changes()).toEqual(changes);
		expect(stage.levels()).toMatchObject({
			application: trigger.url,
			isSubscribedToAccount: true,
			businessAccount: level === 'businessAccount' ? trigger.url : null,
			phoneNumbers: level === 'phoneNumber' ? { [PHONE_NUMBER_ID]: trigger.url } : {},
		});
		expect(fieldsOfApp()).toEqual(WEBHOOK_FIELDS);
		expect(warnings(trigger)).toEqual([]);
	});

	test.each(LEVELS)('and again changes nothing at Meta: %s', async (_level, parameters) => {
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		stage.graph.requests.length = 0;

		await expect(trigger.check()).resolves.toBe(true);
		await expect(trigger.create()).resolves.toBe(true);
		expect(stage.graph.changes()).toEqual([]);
	});

	test.each(LEVELS)('subscribes no account that is subscribed: %s', async (_level, parameters) => {
		await stage.trigger(parameters).publish();

		const posts = stage.graph.requests.filter(({ method, path }) => `${method} ${path}` === SUBSCRIBED_APPS);
		expect(posts.map(({ body }) => body).filter((body) => body === '{}')).toEqual([]);
	});

	it('takes the only number of the account when none is chosen', async () => {
		await reopen({ phoneNumbers: [{ id: PHONE_NUMBER_ID, displayPhoneNumber: '+1', verifiedName: 'Shop' }] });
		const trigger = stage.trigger({ registrationLevel: 'phoneNumber' });
		await trigger.publish();

		expect(stage.levels().phoneNumbers).toEqual({ [PHONE_NUMBER_ID]: trigger.url });
	});

	it('takes a number that is given by its ID', async () => {
		const chosen = { __rl: true, mode: 'id', value: OTHER_NUMBER_ID };
		const trigger = stage.trigger({ registrationLevel: 'phoneNumber', registrationPhoneNumberId: chosen });
		await trigger.publish();

		expect(stage.levels().phoneNumbers).toEqual({ [OTHER_NUMBER_ID]: trigger.url });
	});

	it('registers the whole app when nothing was chosen', async () => {
		const trigger = stage.trigger();
		await trigger.publish();

		expect(stage.levels()).toMatchObject({ application: trigger.url, businessAccount: null, phoneNumbers: {} });
	});

	it("uses the app's own token for the app, and puts no token but the inspected one into an address", async () => {
		await stage.trigger(onNumber()).publish();
		const appToken = `Bearer ${APP_ID}|simulator-app-secret`;

		for (const { path, url, authorization } of stage.graph.requests) {
			const isApp = path === '/debug_token' || path.startsWith(`/${APP_ID}/`);
			expect(authorization).toBe(isApp ? appToken : 'Bearer simulator-access-token');
			const query = decodeURIComponent(url.split('?')[1] ?? '');
			expect(path === '/debug_token' ? '' : query).not.toMatch(/token|secret/);
		}
	});
});

describe('what is on record at Meta', () => {
	test.each(LEVELS)('is moved to a new host when nothing answers at the old one: %s', async (_level, parameters) => {
		const old = stage.trigger(parameters);
		await old.publish();
		stage.callback.statusOf.set(old.url, 502);
		const moved = stage.trigger(parameters, { origin: stage.callback.otherOrigin });
		await expect(moved.check()).resolves.toBe(false);
		await moved.create();

		const { application, businessAccount, phoneNumbers } = stage.levels();
		const urls = [application, businessAccount, ...Object.values(phoneNumbers)].filter((url) => url !== null);
		expect(new Set(urls)).toEqual(new Set([moved.url]));
		expect(warnings(moved)).toContainEqual(
			expect.stringContaining(`Meta posts to ${moved.url} now, and no longer to ${old.url}, where no trigger answers`),
		);
	});

	it('gets the fields that are missing, and keeps those that somebody added', async () => {
		const trigger = stage.trigger();
		await subscribe(trigger.url, ['messages', 'flows']);
		await expect(trigger.check()).resolves.toBe(false);
		await trigger.create();

		expect(fieldsOfApp()).toEqual(['messages', 'flows', ...WEBHOOK_FIELDS.slice(1)]);
	});

	it('gets all but the fields that Meta is still rolling out when it does not know them yet', async () => {
		stage.graph.interfere = ({ method, body }) =>
			method === 'POST' && body.includes('standby') ? { code: 100, message: '(#100) Param fields must be one of {messages}' } : undefined;
		const trigger = stage.trigger();
		await trigger.publish();

		expect(fieldsOfApp()).toEqual(WEBHOOK_FIELDS.filter((field) => !ROUTING_FIELDS.includes(field)));
	});

	it('gets the established fields when Meta does not take all of them', async () => {
		stage.graph.interfere = ({ method, body }) =>
			method === 'POST' && body.includes('group_status_update')
				? { code: 100, message: '(#100) Param fields must be one of {messages}' }
				: undefined;
		const trigger = stage.trigger();
		await trigger.publish();

		expect(stage.levels().application).toBe(trigger.url);
		expect(fieldsOfApp()).toEqual(expect.arrayContaining(['messages', 'calls', 'user_preferences', 'account_update']));
		expect(fieldsOfApp()).not.toContain('group_status_update');
	});

	it('stays as it is when Meta refuses for another reason', async () => {
		stage.graph.interfere = ({ method }) => (method === 'POST' ? { code: 4, message: 'Too many calls' } : undefined);

		await expect(stage.trigger().create()).rejects.toThrow(/the app has made too many requests/);
		expect(stage.graph.changes()).toEqual([SUBSCRIPTIONS]);
	});
});

describe('triggers side by side', () => {
	it('on two numbers of one app are both registered, and the second leaves the first alone', async () => {
		const first = stage.trigger(onNumber());
		const second = stage.trigger(onNumber(OTHER_NUMBER_ID), { webhookId: 'trigger-b' });
		await first.publish();
		await second.publish();

		expect(stage.levels()).toMatchObject({
			application: first.url,
			phoneNumbers: { [PHONE_NUMBER_ID]: first.url, [OTHER_NUMBER_ID]: second.url },
		});
		await expect(first.check()).resolves.toBe(true);
		await expect(second.check()).resolves.toBe(true);
	});

	test.each([LEVELS[1], LEVELS[2]])("leave a stranger's callback of the app where it is: %s", async (_level, parameters) => {
		await subscribe(`${stage.callback.origin}/crm`);
		const trigger = stage.trigger(parameters);
		await trigger.publish();

		expect(stage.levels().application).toBe(`${stage.callback.origin}/crm`);
		expect(warnings(trigger)).toEqual([]);
		await expect(trigger.check()).resolves.toBe(true);
	});

	it("hear nothing of the fields that a stranger's callback has not subscribed to, and the log says so", async () => {
		await subscribe(`${stage.callback.origin}/crm`, ['messages']);
		const trigger = stage.trigger(onNumber());
		await trigger.publish();

		expect(warnings(trigger)).toEqual([expect.stringMatching(/not subscribed to calls, so none of these arrive/)]);
		expect(fieldsOfApp()).toEqual(['messages']);
	});

	test.each([LEVELS[0], LEVELS[1]])('above a number with an address of its own say so in the log: %s', async (_level, parameters) => {
		await stage.override(OTHER_NUMBER_ID, `${stage.callback.origin}/crm?key=7`);
		const trigger = stage.trigger(parameters);
		await trigger.publish();
		await trigger.publish();

		const sentence = `number +1 555 010 0002 go to ${stage.callback.origin}/crm?key=7 by an override of its own`;
		expect(warnings(trigger)).toEqual([expect.stringContaining(sentence), expect.stringContaining(sentence)]);
		expect(stage.levels().phoneNumbers).toEqual({ [OTHER_NUMBER_ID]: `${stage.callback.origin}/crm?key=7` });
	});

	it('on the app say in the log that an account has an address of its own', async () => {
		const account = stage.trigger({ registrationLevel: 'businessAccount' }, { webhookId: 'trigger-b' });
		await account.publish();
		const trigger = stage.trigger({ replaceCallback: true });
		await trigger.publish();

		expect(warnings(trigger)).toContainEqual(expect.stringContaining(`account ${BUSINESS_ACCOUNT_ID} go to ${account.url}`));
		expect(stage.levels()).toMatchObject({ application: trigger.url, businessAccount: account.url });
	});

	it('are registered all the same when Meta does not say where single numbers go', async () => {
		stage.graph.interfere = ({ path }) => (path.endsWith('/phone_numbers') ? { code: 100, message: 'no' } : undefined);
		const trigger = stage.trigger();
		await trigger.publish();

		expect(stage.levels().application).toBe(trigger.url);
		expect(warnings(trigger)).toEqual([expect.stringContaining('did not say')]);
	});
});
