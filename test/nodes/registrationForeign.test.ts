import { openRegistrationStage, VERIFY_TOKEN, type RegistrationStage } from '../support/openRegistrationStage';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';
import { onNumber, registrationLevels } from '../support/registrationLevels';

const ON_NUMBER = onNumber(PHONE_NUMBER_ID, 'list');
const LEVELS = registrationLevels('list');

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

/** Enters an address at the app as somebody else would. */
async function subscribe(callbackUrl: string, fields?: string[]): Promise<void> {
	await stage.simulator.subscribe({ callbackUrl, verifyToken: VERIFY_TOKEN, ...(fields && { fields }) });
}

const warnings = (trigger: { logs: Array<{ level: string; message: string }> }) =>
	trigger.logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

describe("a callback that is somebody else's", () => {
	/** Puts an address at the place where the trigger wants to be. */
	async function occupy(level: string, url: string): Promise<void> {
		if (level === 'app') return await subscribe(url);
		if (level === 'phoneNumber') return await stage.override(PHONE_NUMBER_ID, url);
		const response = await fetch(`${stage.simulator.url}/v25.0/${BUSINESS_ACCOUNT_ID}/subscribed_apps`, {
			method: 'POST',
			headers: { authorization: 'Bearer simulator-access-token', 'content-type': 'application/json' },
			body: JSON.stringify({ override_callback_uri: url, verify_token: VERIFY_TOKEN }),
		});
		expect(response.status).toBe(200);
	}

	const SENTENCES = {
		app: /The Meta app already posts its webhooks to (\S+), and .*Set 'Registration Level' to Phone Number.*switch on 'Replace Another Callback'/,
		businessAccount: /The WhatsApp Business Account already posts .*'Registration Level' to Phone Number.*'Replace Another Callback'/,
		phoneNumber: /The number already posts .*'Business Phone Number' to another number.*'Replace Another Callback'/,
	};

	test.each(LEVELS)('is refused with its address and the ways out, before anything is changed: %s', async (level, parameters) => {
		await stage.close();
		stage = await openRegistrationStage({ isAppSubscribed: level === 'businessAccount' });
		const url = `${stage.callback.origin}/crm/hook`;
		await occupy(level, url);
		const before = stage.levels();
		const trigger = stage.trigger(parameters);
		await expect(trigger.check()).resolves.toBe(false);
		const error = await trigger.create().then(() => undefined, (failure: Error) => failure);

		expect(error?.message).toMatch(SENTENCES[level]);
		expect(error?.message).toContain(`${url}, and this trigger does not own that address.`);
		expect(stage.graph.changes()).toEqual([]);
		await trigger.unpublish();
		expect(stage.graph.changes()).toEqual([]);
		expect(stage.levels()).toEqual(before);
	});

	test.each(LEVELS)('is replaced when the switch is on, and the log says by what: %s', async (level, parameters) => {
		const url = `${stage.callback.origin}/crm/hook`;
		await occupy(level, url);
		const trigger = stage.trigger({ ...parameters, replaceCallback: true });
		await trigger.publish();

		const { application, businessAccount, phoneNumbers } = stage.levels();
		const taken = { app: application, businessAccount, phoneNumber: phoneNumbers[PHONE_NUMBER_ID] };
		expect(taken[level]).toBe(trigger.url);
		expect(warnings(trigger)).toContainEqual(expect.stringContaining(`Meta posts to ${trigger.url} now, and no longer to ${url}.`));
	});

	it('keeps its place at the app when only a number is to be taken, switch or no switch', async () => {
		await subscribe(`${stage.callback.origin}/crm`, ['messages', 'calls', 'flows']);
		await stage.trigger({ ...ON_NUMBER, replaceCallback: true }).publish();

		expect(stage.levels().application).toBe(`${stage.callback.origin}/crm`);
		expect(stage.simulator.state().subscription?.fields).toEqual(['messages', 'calls', 'flows']);
	});

	test.each(LEVELS)("is called another workflow's when it is a trigger of the same n8n: %s", async (_level, parameters) => {
		const first = stage.trigger(parameters);
		await first.publish();
		const second = stage.trigger(parameters, { webhookId: 'trigger-b' });

		await expect(second.create()).rejects.toThrow(
			new RegExp(`${first.url}, and another workflow's trigger in this n8n holds it\\. Unpublish the other workflow\\.`),
		);
		await second.unpublish();
		await expect(first.check()).resolves.toBe(true);
	});
});
