import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, ICredentialsDecrypted, IDataObject } from 'n8n-workflow';

import { testWhatsAppSessionApi } from '../../../nodes/shared/n8n/account/testWhatsAppSessionApi';
import { openStage, type Stage } from '../../support/openStage';
import { dialog360Credential } from '../../support/providerCredentials';

let stage: Stage;

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

interface HelperRequest {
	method: string;
	uri: string;
	qs?: IDataObject;
	headers: Record<string, string>;
}

/** The one HTTP helper of a credential test, over the real network. */
async function request({ method, uri, qs = {}, headers }: HelperRequest) {
	const url = new URL(uri);
	for (const [name, value] of Object.entries(qs)) url.searchParams.set(name, String(value));
	const response = await fetch(url, { method, headers });
	return { statusCode: response.status, body: (await response.json()) as unknown };
}

async function testWith(data: ICredentialDataDecryptedObject) {
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	return await testWhatsAppSessionApi.call(context, { data } as unknown as ICredentialsDecrypted<ICredentialDataDecryptedObject>);
}

describe('the test of the credential', () => {
	test('connects by Meta', async () => {
		expect(await testWith(stage.credential)).toEqual({ status: 'OK', message: "Connected to 'Example Shop', and the session store is ready." });
	});

	test('connects by 360dialog, whose account has the name of the number', async () => {
		expect(await testWith(dialog360Credential(stage))).toEqual({ status: 'OK', message: "Connected to 'Example Shop', and the session store is ready." });
	});

	test('connects by another host', async () => {
		const host = { provider: 'other', hostBaseUrl: stage.simulator.url, headerName: 'authorization', headerValue: 'Bearer simulator-access-token' };
		expect(await testWith({ ...stage.credential, ...host })).toMatchObject({ status: 'OK' });
	});

	test.each<[string, ICredentialDataDecryptedObject, RegExp]>([
		['a wrong key', { dialog360ApiKey: 'wrong-key' }, /^Access to WhatsApp: 360dialog does not accept the 'API Key'.*360dialog Hub/],
		['the key of a number of another account', { businessAccountId: '999' }, /belongs to the WhatsApp Business Account 102290129340398/],
		['a short secret', { webhookSecret: 'short' }, /'Webhook Secret' has 5 characters/],
	])('says of 360dialog what is wrong: %s', async (_case, fields, sentence) => {
		const { status, message } = await testWith({ ...dialog360Credential(stage), ...fields });
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(message).not.toContain('wrong-key');
	});
});
