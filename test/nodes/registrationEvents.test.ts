import {
	openRegistrationStage,
	OTHER_NUMBER_ID,
	VERIFY_TOKEN,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { PHONE_NUMBER_ID } from '../support/openStage';

const ACCOUNT = { registrationLevel: 'businessAccount' };
const ON_NUMBER = {
	registrationLevel: 'phoneNumber',
	registrationPhoneNumberId: { __rl: true, mode: 'list', value: PHONE_NUMBER_ID },
};
const LEVELS = [
	['WhatsApp Business Account', ACCOUNT],
	['Phone Number', ON_NUMBER],
] as const;

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

describe('events that Meta posts to the app alone', () => {
	const occupyApp = async () => {
		const callbackUrl = `${stage.callback.origin}/crm`;
		await stage.simulator.subscribe({ callbackUrl, verifyToken: VERIFY_TOKEN });
		return callbackUrl;
	};

	test.each(
		LEVELS.flatMap(([name, parameters]) =>
			[
				['Opt-In Change', 'optInChange'],
				['Template Change', 'templateChange'],
				['Account Change', 'accountChange'],
			].map(([label = '', event = '']) => ({ name, parameters, label, event })),
		),
	)("are refused below the app while its callback is somebody else's: $name, $label", async ({ name, parameters, label, event }) => {
		const url = await occupyApp();
		stage.graph.requests.length = 0;
		const trigger = stage.trigger({ ...parameters, events: ['message', event] });

		await expect(trigger.check()).resolves.toBe(false);
		await expect(trigger.create()).rejects.toThrow(
			`'${label}' can never start this workflow at the level '${name}': Meta posts that to the address of the app, which ` +
				`is ${url}. Set 'Registration Level' to App, or remove '${label}' from 'Events'.`,
		);
		expect(stage.graph.changes()).toEqual([]);
	});

	it('are named together', async () => {
		await occupyApp();
		const trigger = stage.trigger({ ...ON_NUMBER, events: ['accountChange', 'message', 'optInChange'] });

		await expect(trigger.create()).rejects.toThrow(/^'Opt-In Change' and 'Account Change' can never start/);
	});

	test.each(LEVELS)('are refused also when the app belongs to another trigger of this n8n: %s', async (_name, parameters) => {
		await stage.trigger({}, { webhookId: 'trigger-b' }).publish();

		await expect(stage.trigger({ ...parameters, events: ['templateChange'] }).create()).rejects.toThrow(/trigger-b/);
	});

	test.each(LEVELS)('are fine where the trigger holds the callback of the app as well: %s', async (_name, parameters) => {
		const trigger = stage.trigger({ ...parameters, events: ['message', 'optInChange', 'templateChange', 'accountChange'] });
		await trigger.publish();

		await expect(trigger.check()).resolves.toBe(true);
		expect(stage.levels().application).toBe(trigger.url);
	});

	test.each(LEVELS)('do not matter when none is chosen: %s', async (_name, parameters) => {
		await occupyApp();
		const events = ['message', 'messageStatus', 'messageFailed', 'call', 'messageEcho', 'other'];

		await expect(stage.trigger({ ...parameters, events }).create()).resolves.toBe(true);
	});

	it('are fine at the app', async () => {
		await expect(stage.trigger({ events: ['templateChange'] }).create()).resolves.toBe(true);
	});

	it('do not matter to a second trigger that did not choose them', async () => {
		await stage.trigger(ON_NUMBER).publish();
		const chosen = { __rl: true, mode: 'id', value: OTHER_NUMBER_ID };
		const second = stage.trigger({ ...ON_NUMBER, registrationPhoneNumberId: chosen }, { webhookId: 'trigger-b' });

		await expect(second.create()).resolves.toBe(true);
	});
});
