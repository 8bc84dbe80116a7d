import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { DIALOG360_KEY, dialog360Credential, WEBHOOK_SECRET } from '../support/providerCredentials';
import { openRegistrationStage, type RegistrationStage } from '../support/openRegistrationStage';

const SECRET_HEADER = 'X-WhatsApp-Session-Secret';

let stage: RegistrationStage;

beforeEach(async () => void (stage = await openRegistrationStage()));
afterEach(async () => await stage.close());

const by = (credential: ICredentialDataDecryptedObject) => ({ readCredential: () => credential });
const byDialog360 = (fields: ICredentialDataDecryptedObject = {}) => by({ ...dialog360Credential(stage), ...fields });

async function configured(): Promise<unknown> {
	const response = await fetch(`${stage.simulator.url}/360dialog/v1/configs/webhook`, { headers: { 'D360-API-KEY': DIALOG360_KEY } });
	return await response.json();
}

async function configure(url: string): Promise<void> {
	const headers = { 'D360-API-KEY': DIALOG360_KEY, 'Content-Type': 'application/json' };
	await fetch(`${stage.simulator.url}/360dialog/v1/configs/webhook`, { method: 'POST', headers, body: JSON.stringify({ url }) });
}

describe('a trigger with a credential of 360dialog', () => {
	test('becomes the address of the number, and its secret is sent along', async () => {
		const trigger = stage.trigger({}, byDialog360());
		await trigger.publish();

		await expect(configured()).resolves.toEqual({ url: trigger.url, headers: { [SECRET_HEADER]: WEBHOOK_SECRET } });
		expect(stage.graph.requests).toEqual([]);
		expect(stage.levels()).toMatchObject({ application: null, phoneNumbers: {} });
	});

	test('has a new secret sent when it is published again', async () => {
		await stage.trigger({}, byDialog360()).publish();
		await stage.trigger({}, byDialog360({ webhookSecret: 'another-secret-of-the-tests' })).publish();

		await expect(configured()).resolves.toMatchObject({ headers: { [SECRET_HEADER]: 'another-secret-of-the-tests' } });
	});

	test("leaves somebody else's address, and says what can be done", async () => {
		await configure('https://chat.example.com/hook?token=secret');

		await expect(stage.trigger({}, byDialog360()).publish()).rejects.toThrow(
			/360dialog already posts the webhooks of this number to https:\/\/chat\.example\.com\/hook.*Switch on 'Replace Another Callback'/,
		);
		await expect(configured()).resolves.toMatchObject({ url: 'https://chat.example.com/hook?token=secret' });
	});

	test('takes its place where that is wished, and logs it', async () => {
		await configure('https://chat.example.com/hook');
		const trigger = stage.trigger({ replaceCallback: true }, byDialog360());
		await trigger.publish();

		await expect(configured()).resolves.toMatchObject({ url: trigger.url });
		expect(trigger.logs.map(({ message }) => message).join()).toContain('no longer to https://chat.example.com/hook');
	});

	test.each([
		['is taken over where no workflow listens any more', 404, true],
		['is left where one listens', 403, false],
	])('the address of another trigger of this n8n %s', async (_case, status, isTaken) => {
		const old = `${stage.callback.origin}/webhook/trigger-b/webhook`;
		await configure(old);
		stage.callback.statusOf.set(old, status);
		const trigger = stage.trigger({}, byDialog360());
		await trigger.publish().catch(() => undefined);

		await expect(configured()).resolves.toMatchObject({ url: isTaken ? trigger.url : old });
	});

	test('stays registered when it is unpublished, and says so', async () => {
		const trigger = stage.trigger({}, byDialog360());
		await trigger.publish();
		await trigger.unpublish();

		await expect(configured()).resolves.toMatchObject({ url: trigger.url });
		expect(trigger.logs.map(({ message }) => message).join()).toContain('stays registered at the provider');
	});

	test('is refused without a secret, also for manual registration', async () => {
		for (const registration of ['automatic', 'manual']) {
			await expect(stage.trigger({ registration }, byDialog360({ webhookSecret: '' })).create()).rejects.toThrow(/no 'Webhook Secret'.*at least 16/);
		}
	});

	test('is refused with a wrong key, in terms of the credential', async () => {
		await expect(stage.trigger({}, byDialog360({ dialog360ApiKey: 'wrong' })).create()).rejects.toThrow(/does not accept the 'API Key'/);
	});

	test.each([
		['http://n8n.example.com', /360dialog does not post webhooks to http:/],
		['https://n8n.example.com:5678', /no port and no underscore/],
		['https://my_n8n.example.com', /no port and no underscore/],
		['https://192.168.1.10', /360dialog cannot reach this trigger/],
	])('needs an address that 360dialog posts to: not %s', async (origin, sentence) => {
		const run = { ...byDialog360({ dialog360BaseUrl: 'https://waba-v2.360dialog.io' }), origin };
		await expect(stage.trigger({}, run).create()).rejects.toThrow(sentence);
	});
});

describe('a trigger with a credential of another host', () => {
	const byHost = (fields: ICredentialDataDecryptedObject = {}) =>
		by({
			provider: 'other', hostBaseUrl: stage.graph.url, headerName: 'X-API-Key', headerValue: 'key', webhookSecret: WEBHOOK_SECRET,
			businessAccountId: String(stage.credential.businessAccountId), embeddedStorePath: String(stage.credential.embeddedStorePath), ...fields,
		});

	test('cannot register itself, and says what to enter where', async () => {
		await expect(stage.trigger({}, byHost()).create()).rejects.toThrow(/not known.*Set 'Registration' to Manual.*X-WhatsApp-Session-Secret/);
		expect(stage.graph.requests).toEqual([]);
	});

	test('is published with manual registration', async () => {
		await expect(stage.trigger({ registration: 'manual' }, byHost()).create()).resolves.toBe(true);
		await expect(stage.trigger({ registration: 'manual' }, byHost({ webhookProof: 'signature' })).create()).rejects.toThrow(/no 'App Secret'/);
		await expect(
			stage.trigger({ registration: 'manual' }, byHost({ webhookProof: 'signature', appSecret: 'secret' })).create(),
		).resolves.toBe(true);
	});
});
