import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { binaryData } from '../support/binaryData';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { dialog360Credential, DIALOG360_KEY, WEBHOOK_SECRET } from '../support/providerCredentials';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';

const HEADER = 'X-WhatsApp-Session-Secret';
const ADA = '12025550143';

let stage: Stage;
let trigger: RunningTrigger;
let credential: ICredentialDataDecryptedObject;

beforeAll(async () => await binaryData.init());
beforeEach(async () => {
	stage = await openStage({ retryPausesMs: [] });
	credential = dialog360Credential(stage);
	trigger = await runTrigger({ node: new WhatsAppSessionTrigger(), readCredential: () => credential });
	const headers = { 'D360-API-KEY': DIALOG360_KEY, 'Content-Type': 'application/json' };
	const body = JSON.stringify({ url: trigger.url, headers: { [HEADER]: WEBHOOK_SECRET } });
	await fetch(`${stage.simulator.url}/360dialog/v1/configs/webhook`, { method: 'POST', headers, body });
});
afterEach(async () => {
	jest.useRealTimers();
	await trigger.close();
	await stage.close();
});

const texts = () => trigger.executions.flat().map(({ json }) => (json.message as { text: string }).text);

function aMessage(id: string) {
	const message = { from: ADA, id, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: 'Hello' } };
	const metadata = { display_phone_number: '15550100001', phone_number_id: PHONE_NUMBER_ID };
	const value = { messaging_product: 'whatsapp', metadata, contacts: [{ wa_id: ADA, profile: { name: 'Ada' } }], messages: [message] };
	return { object: 'whatsapp_business_account', entry: [{ id: credential.businessAccountId, changes: [{ field: 'messages', value }] }] };
}

/** Posts a message as whoever knows the address could, with these headers and this query. */
async function post(headers: Record<string, string | undefined>, query = '') {
	const id = `wamid.${JSON.stringify([headers, query])}`;
	return await postWebhook(`${trigger.url}${query}`, aMessage(id), { headers: { 'X-Hub-Signature-256': undefined, ...headers } });
}

describe('a webhook by 360dialog', () => {
	it('starts the workflow, and opens the window', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello from 360dialog' });
		await stage.simulator.idle();
		expect(texts()).toEqual(['Hello from 360dialog']);
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA } }]);
		expect(session?.lastInboundAtMs).toBeGreaterThan(Date.now() - 60_000);
	});

	it('brings its file from the host of 360dialog, with its key', async () => {
		const downloading = await runTrigger({
			node: new WhatsAppSessionTrigger(),
			readCredential: () => credential,
			parameters: { options: { downloadMedia: true } },
		});
		try {
			const { content } = stage.simulator.write({ from: ADA, type: 'image', media: { bytes: Buffer.from('what the file holds') } });
			const image = { id: (content as { id: string }).id, mime_type: 'image/jpeg' };
			const [entry] = aMessage('wamid.image').entry;
			const value = { ...entry?.changes[0]?.value, messages: [{ from: ADA, id: 'wamid.image', timestamp: String(Math.floor(Date.now() / 1000)), type: 'image', image }] };
			const body = { object: 'whatsapp_business_account', entry: [{ id: credential.businessAccountId, changes: [{ field: 'messages', value }] }] };
			await postWebhook(downloading.url, body, { headers: { 'X-Hub-Signature-256': undefined, [HEADER]: WEBHOOK_SECRET } });
			const [item] = downloading.executions.flat();
			expect(item?.json.message).toMatchObject({ media: expect.not.objectContaining({ error: expect.anything() as unknown }) as unknown });
			expect(item?.binary?.data).toMatchObject({ fileName: 'image.jpg' });
		} finally {
			await downloading.close();
		}
	});

	it('may carry the secret in the address instead of the header', async () => {
		expect(await post({}, `?secret=${WEBHOOK_SECRET}`)).toMatchObject({ status: 200 });
		expect(texts()).toEqual(['Hello']);
	});

	it.each<[string, Record<string, string | undefined>, string]>([
		['without a secret', {}, ''],
		['with another secret', { [HEADER]: 'a-secret-of-the-testz' }, ''],
		['with half of it', { [HEADER]: WEBHOOK_SECRET.slice(0, 10) }, ''],
		['with another secret in the address', {}, '?secret=a-secret-of-the-testz'],
		['with the secret twice in the address', {}, `?secret=${WEBHOOK_SECRET}&secret=${WEBHOOK_SECRET}`],
		['with the secret under another name', { 'X-Secret': WEBHOOK_SECRET }, `?token=${WEBHOOK_SECRET}`],
		['with the key in place of the secret', { [HEADER]: DIALOG360_KEY }, ''],
	])('that is forged is refused: %s', async (_case, headers, query) => {
		expect(await post(headers, query)).toMatchObject({ status: 401 });
		expect(trigger.executions).toEqual([]);
		expect(await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA } }])).toEqual([undefined]);
	});

	it("is not proved by Meta's signature, whose app secret others know", async () => {
		credential.appSecret = 'simulator-app-secret';
		expect(await postWebhook(trigger.url, aMessage('wamid.signed'))).toMatchObject({ status: 401 });
	});

	it('is refused while the credential has no secret, whatever it carries', async () => {
		credential.webhookSecret = '';
		expect(await post({ [HEADER]: '' })).toMatchObject({ status: 401, text: expect.stringContaining('no webhook secret') as string });
	});

	it('is refused with a sentence, one line in the log, and without the secret', async () => {
		// The log of this process knows the refusals of the tests before for a minute.
		setDate(Date.now() + 120_000);
		for (let count = 0; count < 3; count++) await post({ [HEADER]: 'a-secret-of-the-testz' });
		expect(trigger.logs).toHaveLength(1);
		expect(JSON.stringify(trigger.logs)).not.toMatch(/a-secret-of-the-test/);
	});
});

describe('a webhook by another host', () => {
	beforeEach(() => {
		credential = { ...credential, provider: 'other', hostBaseUrl: stage.simulator.url, headerName: 'X-API-Key', headerValue: 'key' };
	});

	it('is known by the secret', async () => {
		expect(await post({ [HEADER]: WEBHOOK_SECRET })).toMatchObject({ status: 200 });
		expect(await post({})).toMatchObject({ status: 401 });
	});

	it("is known by Meta's signature where the builder chose that, and then by nothing else", async () => {
		Object.assign(credential, { webhookProof: 'signature', appSecret: 'simulator-app-secret' });
		expect(await postWebhook(trigger.url, aMessage('wamid.signed'))).toMatchObject({ status: 200 });
		expect(await post({ [HEADER]: WEBHOOK_SECRET })).toMatchObject({ status: 401 });
	});
});

describe("a webhook with a credential of Meta's", () => {
	it('is not proved by a secret that is left in the credential', async () => {
		credential = { ...stage.credential, webhookSecret: WEBHOOK_SECRET };
		expect(await post({ [HEADER]: WEBHOOK_SECRET })).toMatchObject({ status: 401 });
	});
});
