import {
	APP_ID,
	openRegistrationStage,
	VERIFY_TOKEN,
	type PublishedTrigger,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';

const ON_NUMBER = {
	registrationLevel: 'phoneNumber',
	registrationPhoneNumberId: { __rl: true, mode: 'list', value: PHONE_NUMBER_ID },
};
const SUBSCRIPTIONS = `/${APP_ID}/subscriptions`;
const SUBSCRIBED_APPS = `/${BUSINESS_ACCOUNT_ID}/subscribed_apps`;

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

const refusalOf = async (trigger: PublishedTrigger) =>
	await trigger.create().then(
		() => 'was published',
		(error: Error) => error.message,
	);

describe('two triggers that are published at once', () => {
	test.each([
		['app', {}],
		['phoneNumber', ON_NUMBER],
	])('in one n8n are not both registered, and the other one is told who holds the place: %s', async (_level, parameters) => {
		const triggers = [stage.trigger(parameters), stage.trigger(parameters, { webhookId: 'trigger-b' })];
		const [first, second] = await Promise.all(triggers.map(refusalOf));

		expect(first).toBe('was published');
		expect(second).toContain(`${triggers[0]?.url}, and another workflow's trigger in this n8n holds it`);
		expect(stage.levels().application).toBe(triggers[0]?.url);
	});

	it('and one that is removed do not take the callback of the app from each other', async () => {
		const old = stage.trigger();
		await old.publish();
		await old.remove();
		const number = stage.trigger(ON_NUMBER, { webhookId: 'trigger-b' });
		await Promise.all([stage.pass(30_000), number.publish()]);

		expect(stage.levels()).toMatchObject({ application: number.url, phoneNumbers: { [PHONE_NUMBER_ID]: number.url } });
	});

	test.each([
		['app', {}],
		['phoneNumber', ON_NUMBER],
	])('in two n8n are told apart after the last step, whatever the switch says: %s', async (level, parameters) => {
		const url = `${stage.callback.origin}/crm`;
		const trigger = stage.trigger({ ...parameters, replaceCallback: true });
		let isTaken = false;
		// Somebody else is a moment later.
		stage.graph.interfere = async ({ method, path }) => {
			const step = level === 'app' ? SUBSCRIPTIONS : `/${PHONE_NUMBER_ID}`;
			if (method === 'POST' && path === step) isTaken = true;
			else if (isTaken) {
				isTaken = false;
				if (level === 'app') await stage.simulator.subscribe({ callbackUrl: url, verifyToken: VERIFY_TOKEN });
				else await stage.override(PHONE_NUMBER_ID, url);
			}
			return undefined;
		};
		const sentence = await refusalOf(trigger);

		expect(sentence).toMatch(/^While this trigger was being registered, the registration at Meta was changed by somebody else\./);
		expect(sentence).toContain(`already posts its webhooks to ${url}`);
	});

	it('and of which one takes everything away again are told that something is missing', async () => {
		const trigger = stage.trigger();
		let isTaken = false;
		stage.graph.interfere = ({ method, path }) => {
			if (method === 'POST' && path === SUBSCRIPTIONS) isTaken = true;
			else if (isTaken && path === SUBSCRIPTIONS) return { answer: { data: [] } };
			return undefined;
		};

		expect(await refusalOf(trigger)).toMatch(/was changed by somebody else\. Publish the workflow again\.$/);
	});

	it('do not take the override away that the other has just set on the account', async () => {
		const other = stage.trigger({ registrationLevel: 'businessAccount' }, { webhookId: 'trigger-b' });
		await other.publish();
		let isStale = true;
		stage.graph.interfere = ({ method, path }) => {
			if (method !== 'GET' || path !== SUBSCRIBED_APPS || !isStale) return undefined;
			isStale = false;
			return { answer: { data: [] } };
		};
		await stage.trigger(ON_NUMBER).create();

		expect(stage.levels().businessAccount).toBe(other.url);
		expect(isStale).toBe(false);
	});
});
