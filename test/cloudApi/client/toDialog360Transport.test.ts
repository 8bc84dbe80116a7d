import { createCloudApi } from '../../../nodes/shared/cloudApi/client/createCloudApi';
import type { GraphRequest, GraphResponse, GraphTransport } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import { toDialog360Transport } from '../../../nodes/shared/cloudApi/client/toDialog360Transport';
import { AuthorizationError, RateLimitError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { createTemplateAdmin } from '../../../nodes/shared/cloudApi/templates/createTemplateAdmin';
import { createWebhookAdmin } from '../../../nodes/shared/cloudApi/webhookAdmin/createWebhookAdmin';

const NUMBER = '106540352242922';
const ACCOUNT = '102290129340398';
const HEALTH = {
	id: NUMBER,
	display_phone_number: '+1 555 010 0001',
	verified_name: 'Shop',
	health_status: { entities: [{ entity_type: 'WABA', id: ACCOUNT }, { entity_type: 'PHONE_NUMBER', id: NUMBER }] },
};
const ACCEPTED = { messages: [{ id: 'wamid.1' }] };

/** 360dialog as a table of answers; what is missing is answered 404 in words of its own. */
function open(answers: Record<string, unknown> = {}, statuses: Record<string, number> = {}) {
	const requests: GraphRequest[] = [];
	const table: Record<string, unknown> = { 'GET /health_status': HEALTH, ...answers };
	const carry: GraphTransport = async (request): Promise<GraphResponse> => {
		requests.push(request);
		const name = `${request.method} ${request.path}`;
		const status = statuses[name] ?? (name in table ? 200 : 404);
		return await Promise.resolve({ status, body: table[name] ?? { error: 'not found' } });
	};
	const transport = toDialog360Transport(carry, { baseUrl: 'https://waba.example', remember: async (ask) => await ask() });
	const paths = () => requests.map(({ method, path }) => `${method} ${path}`);
	return { api: createCloudApi(transport, { maxTries: 1 }), transport, paths, requests };
}

describe('a client of the Graph API at 360dialog', () => {
	test('sends without the ID of the number, once it is known to be that of the key', async () => {
		const { api, paths, requests } = open({ 'POST /messages': ACCEPTED });
		await expect(api.sendMessage(NUMBER, { type: 'text' })).resolves.toMatchObject({ messageId: 'wamid.1' });
		expect(paths()).toEqual(['GET /health_status', 'POST /messages']);
		expect(requests[1]?.body).toEqual({ type: 'text', messaging_product: 'whatsapp' });
	});

	test('sends nothing for another number, which 360dialog would send from its own', async () => {
		const { api, paths } = open({ 'POST /messages': ACCEPTED });
		await expect(api.sendMessage('106540352242923', { type: 'text' })).rejects.toThrow(
			"belongs to the number +1 555 010 0001 (106540352242922), and this is about the number 106540352242923",
		);
		expect(paths()).toEqual(['GET /health_status']);
	});

	test('lists the number of the key, and reads its account', async () => {
		const { api } = open();
		await expect(api.listPhoneNumbers(ACCOUNT)).resolves.toEqual([{ id: NUMBER, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Shop' }]);
		await expect(api.getBusinessAccount(ACCOUNT)).resolves.toEqual({ id: ACCOUNT, name: 'Shop' });
		await expect(api.readThroughput(NUMBER)).resolves.toBeUndefined();
	});

	test('names the account that the key belongs to where the credential has another one', async () => {
		await expect(open().api.getBusinessAccount('999')).rejects.toThrow(/belongs to the WhatsApp Business Account 102290129340398, and .* is 999/);
	});

	test('takes the ID of the answer where no entity is a number', async () => {
		const { api } = open({ 'GET /health_status': { id: NUMBER } });
		await expect(api.listPhoneNumbers(ACCOUNT)).resolves.toEqual([{ id: NUMBER, displayPhoneNumber: NUMBER, verifiedName: '' }]);
	});

	test('says so where 360dialog names no number', async () => {
		await expect(open({ 'GET /health_status': {} }).api.listPhoneNumbers(ACCOUNT)).rejects.toThrow(/does not say which number/);
	});

	test('reads, creates and deletes templates', async () => {
		const { transport, paths } = open({
			'GET /message_templates': { data: [] },
			'POST /message_templates': { id: '1', status: 'PENDING', category: 'UTILITY' },
			'DELETE /message_templates': { success: true },
		});
		const admin = createTemplateAdmin(transport, { maxTries: 1 });
		await expect(admin.listTemplates(ACCOUNT)).resolves.toEqual([]);
		await admin.createTemplate(ACCOUNT, { name: 'a', language: 'en', category: 'UTILITY', components: [] });
		await admin.deleteTemplate(ACCOUNT, 'a', '1');
		expect(paths()).toEqual(['GET /message_templates', 'POST /message_templates', 'DELETE /message_templates']);
	});

	test('gives files the address of 360dialog, so that the key goes nowhere else', async () => {
		const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=a%2Fb';
		const { api, requests } = open({ 'GET /1234': { url, mime_type: 'image/jpeg' } });
		await expect(api.getMediaFile('1234', NUMBER)).resolves.toMatchObject({
			url: 'https://waba.example/whatsapp_business/attachments/?mid=1&ext=2&hash=a%2Fb',
		});
		expect(requests[0]).toEqual({ method: 'GET', path: '/1234' });
	});

	test('says what only a Meta app may do, and what 360dialog does not offer', async () => {
		const { transport, paths } = open();
		const webhooks = createWebhookAdmin(transport, { maxTries: 1 });
		const templates = createTemplateAdmin(transport, { maxTries: 1 });
		await expect(webhooks.inspectToken('token')).rejects.toThrow(/in the name of a Meta app/);
		await expect(webhooks.getAppSubscription('1')).rejects.toThrow(/in the name of a Meta app/);
		await expect(webhooks.listSubscribedApps(ACCOUNT)).rejects.toThrow(/offers no address/);
		await expect(templates.uploadSample('1', { fileName: 'a.png', mimeType: 'image/png', content: Buffer.from('a') })).rejects.toThrow(/Meta app/);
		await expect(templates.listLibrary('en_US', '')).rejects.toThrow(/offers no address/);
		await expect(templates.editTemplate('1', { category: 'UTILITY' })).rejects.toThrow(/cannot be edited/);
		expect(paths()).toEqual([]);
	});

	test.each([
		['its own words', { meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } }, 'Invalid api key'],
		['one word', { error: 'unauthorized' }, 'unauthorized'],
		['a page', '<html></html>', ''],
	])('knows a refused key by %s, before anything is sent', async (_case, body, details) => {
		const { api, paths } = open({ 'GET /health_status': body, 'POST /messages': ACCEPTED }, { 'GET /health_status': 401 });
		const failure = await api.sendMessage(NUMBER, { type: 'text' }).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(AuthorizationError);
		expect(failure).toMatchObject({ message: expect.stringContaining("does not accept the 'API Key'") as string, details, wasPossiblySent: false });
		expect(paths()).toEqual(['GET /health_status']);
	});

	test('knows its limit of requests for one that passes', async () => {
		const { api } = open({ 'POST /messages': { message: 'Too many requests' } }, { 'POST /messages': 429 });
		await expect(api.sendMessage(NUMBER, { type: 'text' })).rejects.toBeInstanceOf(RateLimitError);
	});

	test("leaves Meta's own refusals as they are", async () => {
		const refusal = { error: { code: 131047, message: 'Re-engagement message' } };
		const { api } = open({ 'POST /messages': refusal }, { 'POST /messages': 400 });
		await expect(api.sendMessage(NUMBER, { type: 'text' })).rejects.toMatchObject({ code: 131047 });
	});

	test('leaves nothing undecided where the number could not be asked for', async () => {
		const { api } = open({ 'GET /health_status': 'bad gateway' }, { 'GET /health_status': 502 });
		await expect(api.sendMessage(NUMBER, { type: 'text' })).rejects.toMatchObject({ wasPossiblySent: false });
	});
});
