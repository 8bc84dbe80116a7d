import { createSimulator } from '../../simulator/createSimulator';
import type { Simulator } from '../../simulator/Simulator';
import { openReceiver, type Receiver } from './openReceiver';

const NUMBER = '106540352242922';
const HEADERS = { 'X-Secret': 'what only the two know' };

let simulator: Simulator;
let receiver: Receiver;

beforeEach(async () => {
	const phoneNumbers = [
		{ id: NUMBER, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Shop' },
		{ id: '106540352242923', displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Support' },
	];
	[simulator, receiver] = await Promise.all([createSimulator({ statusDelayMs: 0, phoneNumbers, retryPausesMs: [] }), openReceiver()]);
});
afterEach(async () => await Promise.all([simulator.close(), receiver.close()]));

async function call(method: string, path: string, body?: unknown, key = 'simulator-360dialog-key') {
	const response = await fetch(`${simulator.url}/360dialog${path}`, {
		method,
		headers: { 'Content-Type': 'application/json', ...(key !== '' && { 'D360-API-KEY': key }) },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const text = { messaging_product: 'whatsapp', to: '+12025550143', type: 'text', text: { body: 'Hello' } };

describe('the simulated 360dialog', () => {
	test.each(['', 'wrong'])('lets nobody in without a key: %j', async (key) => {
		const answer = { status: 401, body: { meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } } };
		expect(await call('GET', '/health_status', undefined, key)).toEqual(answer);
		expect(await call('POST', '/messages', text, key)).toEqual(answer);
		expect(simulator.sent()).toEqual([]);
	});

	test.each([
		['simulator-360dialog-key', NUMBER],
		['simulator-360dialog-key-2', '106540352242923'],
	])('sends from the number of the key %s', async (key, phoneNumberId) => {
		simulator.write({ from: '12025550143', text: 'Hello', phoneNumberId });
		expect(await call('POST', '/messages', text, key)).toMatchObject({ status: 200, body: { messages: [{ id: expect.any(String) as string }] } });
		expect(simulator.sent()).toMatchObject([{ phoneNumberId, text: 'Hello' }]);
	});

	test('says which number a key belongs to', async () => {
		const { body } = await call('GET', '/health_status?fields=id,health_status,display_phone_number');
		expect(body).toMatchObject({
			id: NUMBER,
			display_phone_number: '+1 555 010 0001',
			health_status: { entities: expect.arrayContaining([expect.objectContaining({ entity_type: 'WABA', id: '102290129340398' })]) as unknown },
		});
		expect(body).not.toHaveProperty('verified_name');
	});

	test("lists the account's templates without its ID", async () => {
		const { body } = await call('GET', '/message_templates?limit=1&fields=name');
		expect(body.data).toHaveLength(1);
	});

	test.each([`/${NUMBER}/messages`, '/102290129340398/message_templates', `/${NUMBER}`, '/debug_token'])('does not know the path %s', async (path) => {
		expect(await call('GET', path)).toMatchObject({ status: 400, body: { error: { code: 2500 } } });
	});

	test('posts what happens to a number to its own address, with the headers that were given and without a signature', async () => {
		expect((await call('GET', '/v1/configs/webhook')).body).toEqual({ url: '', headers: {} });
		await call('POST', '/v1/configs/webhook', { url: receiver.url, headers: HEADERS });
		expect((await call('GET', '/v1/configs/webhook')).body).toEqual({ url: receiver.url, headers: HEADERS });
		simulator.write({ from: '12025550143', text: 'Hello' });
		simulator.write({ from: '12025550143', text: 'Hello', phoneNumberId: '106540352242923' });
		await simulator.idle();
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]?.headers['x-secret']).toBe(HEADERS['X-Secret']);
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-hub-signature-256');
	});

	test('posts forged webhooks when it is told to', async () => {
		await call('POST', '/v1/configs/webhook', { url: receiver.url, headers: HEADERS });
		for (const signing of ['wrong', 'missing'] as const) simulator.deliverWebhook({ body: { entry: [] }, signing });
		await simulator.idle();
		expect(receiver.received.map(({ headers }) => headers['x-secret'])).toEqual(['not what only the two know', undefined]);
	});

	test('takes no address that is none', async () => {
		expect(await call('POST', '/v1/configs/webhook', { url: 'nowhere' })).toMatchObject({ status: 400, body: { meta: { success: false } } });
	});
});
