import { join } from 'node:path';

import { pickCredential } from '../../scripts/demo/pickCredential';
import { readExample } from '../../scripts/demo/readExample';
import { simulatorCredential } from '../../scripts/demo/simulatorCredential';
import type { CredentialTestResult } from '../../scripts/n8n/N8nClient';
import { keyOfNumber } from '../../simulator/dialog360/keyOfNumber';
import { startStage, type Stage } from './startStage';

describe('the credential in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await startStage();
	});
	afterAll(async () => await stage?.close());

	/** What n8n says when the credential is saved with these fields in it. */
	async function testWith(fields: Record<string, string>): Promise<CredentialTestResult> {
		const wanted = simulatorCredential(stage.simulator.url);
		return await stage.client.testCredential({ ...wanted, data: { ...wanted.data, ...fields } });
	}

	test('is tested against the account and the session store', async () => {
		expect(await testWith({})).toEqual({
			status: 'OK',
			message: expect.stringMatching(/^Connected to '.+', and the session store is ready\.$/),
		});
	});

	test('says that Meta refused the token', async () => {
		const { status, message } = await testWith({ accessToken: 'a-wrong-token' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^Access to WhatsApp: /);
		expect(message).not.toContain('a-wrong-token');
	});

	test('says that the app secret is not that of the app, before the trigger refuses every webhook', async () => {
		const { status, message } = await testWith({ appSecret: 'a-wrong-secret' });
		expect(status).toBe('Error');
		expect(message).toContain("The 'App Secret' of the credential is not that of the app");
		expect(message).not.toContain('a-wrong-secret');
		expect((await testWith({ appId: '', appSecret: '' })).status).toBe('OK');
	});

	test('is tested by way of 360dialog, without what belongs to a Meta app', async () => {
		const dialog360 = { provider: 'dialog360', dialog360ApiKey: keyOfNumber(0), dialog360BaseUrl: `${stage.simulator.url}/360dialog` };
		expect(await testWith({ ...dialog360, webhookSecret: 'a-secret-of-the-tests' })).toMatchObject({ status: 'OK' });
		const { status, message } = await testWith({ ...dialog360, dialog360ApiKey: 'a-wrong-key' });
		expect(status).toBe('Error');
		expect(message).toContain("360dialog does not accept the 'API Key' of the credential");
		expect(message).not.toContain('a-wrong-key');
	});

	test('says that the session store cannot be used, and names its path', async () => {
		const path = join(stage.userFolder, '.n8n', 'config', 'sessions.sqlite');
		const { status, message } = await testWith({ embeddedStorePath: path });
		expect(status).toBe('Error');
		expect(message).toContain(`The session store ${path} cannot be opened.`);
	});

	test('without an app secret keeps its trigger from being published, and says which field is missing', async () => {
		const wanted = simulatorCredential(stage.simulator.url);
		const name = 'WhatsApp without an app secret';
		const id = await stage.client.saveCredential({ ...wanted, name, data: { ...wanted.data, appSecret: '' } });
		const workflow = pickCredential(readExample('support-auto-reply'), { id, name });
		const stored = await stage.client.createWorkflow(workflow);
		await expect(stage.client.publish(stored.id)).rejects.toThrow(
			"The credential has no 'App Secret', so every webhook would be refused.",
		);
		expect(await stage.client.publicationStatus(stored.id)).toMatchObject({
			// Every node that a webhook can continue, as Send Free-form and n8n's own Wait, counts as one of n8n's triggers.
			status: 'partial',
			triggers: [{ status: 'failed', errorMessage: expect.stringContaining("no 'App Secret'") }, { status: 'activated' }],
		});
	});
});
