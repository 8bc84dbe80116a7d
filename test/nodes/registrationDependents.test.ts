import {
	APP_ID,
	openRegistrationStage,
	OTHER_NUMBER_ID,
	VERIFY_TOKEN,
	type RegistrationStage,
} from '../support/openRegistrationStage';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { onNumber, warningsOf } from '../support/registrationLevels';

const OTHER_ACCOUNT = '102290129340399';
const THIRD_NUMBER = '106540352242999';

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

describe('the callback of the app, when its trigger is unpublished', () => {
	it('stays for the override of a stranger, and the log says so', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		const url = `${stage.callback.origin}/crm`;
		await stage.override(PHONE_NUMBER_ID, url);
		await trigger.unpublish();

		expect(stage.levels()).toMatchObject({ application: trigger.url, phoneNumbers: { [PHONE_NUMBER_ID]: url } });
		expect(warningsOf(trigger)).toEqual([expect.stringContaining(`stays where it is, because without it nothing would reach ${url}`)]);
	});

	it('stays when Meta does not verify the trigger that depends on it', async () => {
		const trigger = stage.trigger();
		const number = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		await trigger.publish();
		await number.publish();
		stage.callback.statusOf.set(number.url, 502);
		await trigger.unpublish();

		expect(stage.levels().application).toBe(trigger.url);
		expect(warningsOf(trigger)).toEqual([expect.stringContaining(`nothing would reach ${number.url} any more`)]);
	});

	it('goes to the one that Meta verifies, of several', async () => {
		const trigger = stage.trigger();
		const dead = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		const live = stage.trigger(onNumber(OTHER_NUMBER_ID), { webhookId: 'trigger-c' });
		for (const each of [trigger, dead, live]) await each.publish();
		stage.callback.statusOf.set(dead.url, 404);
		await trigger.unpublish();

		expect(stage.levels().application).toBe(live.url);
	});

	it('goes to a trigger of this n8n rather than staying for a stranger, and keeps its fields', async () => {
		const trigger = stage.trigger();
		const number = stage.trigger(onNumber(), { webhookId: 'trigger-b' });
		await trigger.publish();
		const fields = [...(stage.simulator.state().subscription?.fields ?? []), 'flows'];
		await stage.simulator.subscribe({ callbackUrl: trigger.url, verifyToken: VERIFY_TOKEN, fields });
		await number.publish();
		await stage.override(OTHER_NUMBER_ID, `${stage.callback.origin}/crm`);
		await trigger.unpublish();

		expect(stage.levels().application).toBe(number.url);
		expect(stage.simulator.state().subscription?.fields).toEqual(fields);
	});

	/** Another account of the business, of which the simulator knows nothing. */
	function addAccount({ app = {}, number = '' }: { app?: object; number?: string }): void {
		stage.graph.interfere = ({ path }) => {
			const data = { whatsapp_business_api_data: { id: APP_ID, name: 'App' }, ...app };
			if (path === `/${OTHER_ACCOUNT}/subscribed_apps`) return { answer: { data: [data] } };
			const phoneNumber = { id: THIRD_NUMBER, display_phone_number: '+1 555 010 0003', verified_name: 'Third' };
			if (path === `/${OTHER_ACCOUNT}/phone_numbers`) return { answer: { data: [phoneNumber] } };
			const webhook_configuration = { phone_number: number };
			if (path === `/${THIRD_NUMBER}`) return { answer: { id: THIRD_NUMBER, webhook_configuration } };
			if (path !== '/debug_token') return undefined;
			const targets = { scope: 'whatsapp_business_management', target_ids: [OTHER_ACCOUNT] };
			const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
			return { answer: { data: { app_id: APP_ID, is_valid: true, scopes, granular_scopes: [targets] } } };
		};
	}

	test.each([
		['account', (url: string) => ({ app: { override_callback_uri: url } })],
		['number', (url: string) => ({ number: url })],
	])('stays for an override of another account that the token reaches: %s', async (_holder, place) => {
		const url = `${stage.callback.origin}/crm`;
		const trigger = stage.trigger();
		await trigger.publish();
		addAccount(place(url));
		await trigger.unpublish();

		expect(stage.levels().application).toBe(trigger.url);
		expect(warningsOf(trigger)).toEqual([expect.stringContaining(`nothing would reach ${url} any more`)]);
	});

	it('goes when no account has an override', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		addAccount({});
		await trigger.unpublish();

		expect(stage.levels().application).toBeNull();
	});

	it('stays when an account that the token names cannot be asked', async () => {
		const trigger = stage.trigger();
		await trigger.publish();
		addAccount({});
		const { interfere } = stage.graph;
		stage.graph.interfere = (request) =>
			request.path === `/${OTHER_ACCOUNT}/subscribed_apps` ? { code: 200, message: 'no permission' } : interfere(request);
		await trigger.unpublish();

		expect(stage.levels().application).toBe(trigger.url);
		expect(warningsOf(trigger)).toEqual([expect.stringContaining('may still be registered at Meta')]);
	});
});
