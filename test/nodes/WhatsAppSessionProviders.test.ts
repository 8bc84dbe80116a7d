import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { dialog360Credential, DIALOG360_KEY, WEBHOOK_SECRET } from '../support/providerCredentials';
import { runNode } from '../support/runNode';

const CALLBACK = 'https://n8n.example.com/webhook/one/webhook';

let stage: Stage;

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

async function check(credential: ICredentialDataDecryptedObject, parameters: INodeParameters = {}) {
	const { outputs, error } = await runNode({ node: new WhatsAppSession(), parameters, credential, items: toItems({}) });
	expect(error).toBeUndefined();
	const links = (outputs[0] ?? []).map(({ json }) => json as { link: string; status: string; message: string; advice: string | null });
	const shown = JSON.stringify(links);
	for (const secret of [DIALOG360_KEY, WEBHOOK_SECRET]) expect(shown).not.toContain(secret);
	for (const { status, advice } of links) expect(advice === null).toBe(status === 'ok');
	return { links, statuses: Object.fromEntries(links.map(({ link, status }) => [link, status])) };
}

async function register(): Promise<void> {
	const headers = { 'D360-API-KEY': DIALOG360_KEY, 'Content-Type': 'application/json' };
	await fetch(`${stage.simulator.url}/360dialog/v1/configs/webhook`, { method: 'POST', headers, body: JSON.stringify({ url: CALLBACK }) });
}

const HEALTHY = {
	'Session Store': 'ok',
	'API Key': 'ok',
	'WhatsApp Business Account': 'ok',
	'Phone Numbers': 'ok',
	'Webhook Proof': 'ok',
	Webhook: 'ok',
	'Conversation Routing': 'ok',
	'Meta App': 'notChecked',
};

describe('the check of the set-up with 360dialog', () => {
	it('walks the links that there are, and names the one that is not ours', async () => {
		await register();
		const { statuses, links } = await check(dialog360Credential(stage));
		expect(statuses).toEqual(HEALTHY);
		expect(links.find(({ link }) => link === 'API Key')?.message).toContain(PHONE_NUMBER_ID);
	});

	it('says that no address is set', async () => {
		const { statuses, links } = await check(dialog360Credential(stage));
		expect(statuses).toEqual({ ...HEALTHY, Webhook: 'failed' });
		expect(links.find(({ link }) => link === 'Webhook')?.message).toMatch(/Messages go nowhere/);
	});

	it('compares the address with the expected one', async () => {
		await register();
		const expecting = (expectedCallbackUrl: string) => ({ options: { expectedCallbackUrl } });
		expect((await check(dialog360Credential(stage), expecting(`${CALLBACK}/`))).statuses).toEqual(HEALTHY);
		const other = await check(dialog360Credential(stage), expecting('https://n8n.example.com/webhook/two/webhook'));
		expect(other.statuses).toEqual({ ...HEALTHY, Webhook: 'failed' });
	});

	it.each([
		['a wrong key', { dialog360ApiKey: 'wrong' }, /does not accept the 'API Key'/],
		['no key', { dialog360ApiKey: '' }, /no 'API Key'/],
	])('stops at %s', async (_case, fields, sentence) => {
		const { statuses, links } = await check({ ...dialog360Credential(stage), ...fields });
		expect(statuses).toMatchObject({ 'API Key': 'failed', 'WhatsApp Business Account': 'notChecked', Webhook: 'notChecked', 'Session Store': 'ok' });
		expect(links.find(({ link }) => link === 'API Key')?.message).toMatch(sentence);
	});

	it('tells the account of the key from that of the credential', async () => {
		const { links } = await check({ ...dialog360Credential(stage), businessAccountId: '999' });
		expect(links.find(({ link }) => link === 'WhatsApp Business Account')).toMatchObject({ status: 'failed', message: expect.stringContaining('102290129340398') as string });
	});

	it('says that webhooks are refused without a secret', async () => {
		await register();
		expect((await check({ ...dialog360Credential(stage), webhookSecret: '' })).statuses).toEqual({ ...HEALTHY, 'Webhook Proof': 'failed' });
	});
});

describe('the check of the set-up with another host', () => {
	const other = (fields: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject => ({
		...stage.credential,
		provider: 'other',
		hostBaseUrl: stage.simulator.url,
		headerName: 'Authorization',
		headerValue: 'Bearer simulator-access-token',
		webhookSecret: WEBHOOK_SECRET,
		...fields,
	});

	it('walks what can be asked, and says what cannot', async () => {
		expect((await check(other())).statuses).toEqual({
			'Session Store': 'ok',
			'WhatsApp Business Account': 'ok',
			'Phone Numbers': 'ok',
			'Webhook Proof': 'ok',
			Webhook: 'notChecked',
			'Conversation Routing': 'ok',
			'Meta App': 'notChecked',
		});
	});

	it.each([
		[{ webhookProof: 'signature' }, 'ok'],
		[{ webhookProof: 'signature', appSecret: '' }, 'failed'],
		[{ webhookSecret: '' }, 'failed'],
	])('judges the proof of webhooks: %j', async (fields, status) => {
		expect((await check(other(fields))).statuses).toMatchObject({ 'Webhook Proof': status });
	});
});
