import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { AuthorizationError, CloudApiError, RateLimitError, ReEngagementError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import { createCloudApi } from '../../../nodes/shared/cloudApi/client/createCloudApi';
import type { GraphRequest } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import { fetchTransport, startGraphServer, type GraphServer, type Reply } from './startGraphServer';

const ACCEPTED: Reply = {
	status: 200,
	body: {
		messaging_product: 'whatsapp',
		contacts: [{ input: '+15551234567', wa_id: '15551234567' }],
		messages: [{ id: 'wamid.HBgL', message_status: 'accepted' }],
	},
};
const graphError = (code: number, status = 400): Reply => ({
	status,
	body: { error: { message: `(#${code}) Title`, type: 'OAuthException', code, fbtrace_id: 'trace' } },
});
const HTML_502: Reply = { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' };
const MESSAGE = { recipient_type: 'individual', to: '+15551234567', type: 'text', text: { body: 'Hello' } };

let server: GraphServer | undefined;
let waits: number[] = [];

async function open(...replies: Reply[]) {
	server = await startGraphServer(...replies);
	return createCloudApi(server.transport, { wait });
}

async function wait(ms: number): Promise<void> {
	waits.push(ms);
	await Promise.resolve();
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
	return await promise.then(
		() => undefined,
		(error: unknown) => error,
	);
}

beforeEach(() => {
	waits = [];
});

afterEach(async () => {
	await server?.close();
	server = undefined;
});

describe('sendMessage', () => {
	test('posts the message and gives what Meta accepted', async () => {
		const api = await open(ACCEPTED);

		await expect(api.sendMessage('106540352242922', MESSAGE)).resolves.toEqual({
			messageId: 'wamid.HBgL',
			messageStatus: 'accepted',
			waId: '15551234567',
			bsuid: undefined,
		});
		expect(server?.requests).toEqual([
			{ method: 'POST', url: expect.any(URL), body: { ...MESSAGE, messaging_product: 'whatsapp' } },
		]);
		expect(server?.requests[0]?.url.pathname).toBe('/v25.0/106540352242922/messages');
	});

	test.each([
		['half an emoji', 'On its way \ud83d', 'On its way \ufffd'],
		['the other half', '\ude9a is on its way', '\ufffd is on its way'],
		['NUL', 'On its\0way', 'On its\ufffdway'],
		['a whole emoji', 'On its way 🚚', 'On its way 🚚'],
		['how JSON writes the half', 'C:\\ud83d', 'C:\\ud83d'],
	])('sends no text that is not well-formed: %s', async (_, text, expected) => {
		const api = await open(ACCEPTED);
		await api.sendMessage('1', { ...MESSAGE, text: { body: text } });
		expect(server?.requests).toMatchObject([{ body: { text: { body: expected } } }]);
	});

	test('gives the BSUID of a message that went to one', async () => {
		const api = await open({ status: 200, body: { contacts: [{ user_id: 'US.1' }], messages: [{ id: 'wamid.1' }] } });

		await expect(api.sendMessage('1', MESSAGE)).resolves.toMatchObject({ bsuid: 'US.1', waId: undefined });
	});

	test.each<[where: string, status: number, body: unknown]>([
		['as text', 422, 'Cannot send non-template messages outside the 24-hour window'],
		['as an error without code', 422, { error: 'Outside the 24-hour window' }],
		['in an error without code', 400, { error: { message: 'Outside the 24-hour window' } }],
		['in a list of errors', 422, { errors: ['Outside the 24-hour window'] }],
	])('takes a refusal of another host that says the window is closed %s', async (_, status, body) => {
		const api = await open({ status, body } as Reply);
		const failure = await failureOf(api.sendMessage('1', MESSAGE));
		expect(failure).toBeInstanceOf(ReEngagementError);
		expect(failure).toMatchObject({ code: 131047, httpStatus: status });
		expect(server?.requests).toHaveLength(1);
	});

	test.each<[where: string, status: number, body: unknown]>([
		['of 360dialog', 400, { meta: { success: false, http_code: 400, developer_message: 'Recipient not in allowed list' } }],
		['as text', 422, 'Recipient not in allowed list'],
		['in an error without code', 404, { error: { message: 'Recipient not in allowed list' } }],
	])('takes the refusal of another host, in its words, for one: the message is not out (%s)', async (_, status, body) => {
		const api = await open({ status, body } as Reply);
		const failure = await failureOf(api.sendMessage('1', MESSAGE));
		expect(failure).toBeInstanceOf(CloudApiError);
		expect(failure).toMatchObject({ message: expect.stringContaining('Recipient not in allowed list') as string, retry: 'no', httpStatus: status });
	});

	test.each<[number, string]>([
		[408, 'Request time-out'],
		[409, 'Conflict'],
		[425, 'Too early'],
		[499, 'Client closed request'],
		[400, '<html>Bad request</html>'],
		[404, ''],
	])('does not know whether the message is out after HTTP %i: %s', async (status, body) => {
		const api = await open({ status, body } as Reply);
		const failure = await failureOf(api.sendMessage('1', MESSAGE));
		expect(failure).toBeInstanceOf(CloudApiNoAnswerError);
		expect(failure).toMatchObject({ wasPossiblySent: true });
	});

	test.each([502, 504])('does not take HTTP %i for a refusal, whatever it says', async (status) => {
		const api = await open({ status, body: 'Outside the 24-hour window' }, { status, body: 'Outside the 24-hour window' });
		expect(await failureOf(api.sendMessage('1', MESSAGE))).toBeInstanceOf(CloudApiNoAnswerError);
	});

	test.each([131056, 130429, 80007, 131057])('leaves it to who sends when a message is tried again: %i', async (code) => {
		const api = await open(graphError(code), ACCEPTED);

		await expect(api.sendMessage('1', MESSAGE)).rejects.toMatchObject({ code, retry: 'now' });
		expect(server?.requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	test('gives a read up after three tries', async () => {
		const api = await open(graphError(130429));

		await expect(api.listPhoneNumbers('1')).rejects.toThrow(RateLimitError);
		expect(server?.requests).toHaveLength(3);
		expect(waits).toEqual([1_000, 2_000]);
	});

	test('tries as often as it is told', async () => {
		server = await startGraphServer(graphError(130429));
		const api = createCloudApi(server.transport, { wait, maxTries: 1 });

		await expect(api.listPhoneNumbers('1')).rejects.toThrow(RateLimitError);
		expect(server.requests).toHaveLength(1);
	});

	test.each([
		['an expired token', graphError(190, 401), AuthorizationError, { code: 190, httpStatus: 401 }],
		['a fault of Meta', graphError(131000, 500), CloudApiError, { wasPossiblySent: true, retry: 'maybe' }],
		['an error with HTTP 200', graphError(190, 200), AuthorizationError, { httpStatus: 200 }],
		['the page of a gateway', HTML_502, CloudApiNoAnswerError, { wasPossiblySent: true, httpStatus: 502 }],
		['HTTP 500 without a Graph error', { status: 500, body: {} }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['HTML with HTTP 200', { status: 200, body: '<html>' }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['no message ID', { status: 200, body: { messages: [] } }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['a message ID that is none', { status: 200, body: { messages: [{ id: 7 }] } }, CloudApiNoAnswerError, {}],
		['a message ID of 100 KB', { status: 200, body: { messages: [{ id: 'w'.repeat(100_000) }] } }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['half an answer', 'half', CloudApiNoAnswerError, { wasPossiblySent: true }],
		['an empty list', { status: 200, body: [] }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['null', { status: 200, body: null }, CloudApiNoAnswerError, { wasPossiblySent: true }],
		['silence', 'silence', CloudApiNoAnswerError, { wasPossiblySent: true, message: /time limit/ }],
		['a connection that breaks', 'reset', CloudApiNoAnswerError, { wasPossiblySent: true, message: /broke/ }],
	] as Array<[string, Reply, new (...options: never[]) => Error, Record<string, unknown>]>)(
		'reports %s and sends only once',
		async (_case, reply, expected, { message = /./, ...fields }) => {
			const api = await open(reply);
			const error = await failureOf(api.sendMessage('1', MESSAGE));

			expect(error).toBeInstanceOf(expected);
			expect(error).toMatchObject(fields);
			expect((error as Error).message).toMatch(message as RegExp);
			expect(server?.requests).toHaveLength(1);
			expect(waits).toEqual([]);
		},
	);

	test('knows that nothing was sent when Meta cannot be reached', async () => {
		const closed = await startGraphServer(ACCEPTED);
		await closed.close();
		const error = await failureOf(createCloudApi(closed.transport, { wait }).sendMessage('1', MESSAGE));

		expect(error).toBeInstanceOf(CloudApiNoAnswerError);
		expect(error).toMatchObject({
			message: 'WhatsApp could not be reached: the connection was refused, so nothing was sent.',
			wasPossiblySent: false,
		});
		expect(waits).toEqual([]);
	});

	test('keeps token and text out of the error of a failed connection', async () => {
		const leaky = Object.assign(new Error('Bearer EAAsecret Hello'), { code: 'ECONNRESET', config: { body: MESSAGE } });
		const api = createCloudApi(async () => await Promise.reject(leaky), { wait });
		const error = (await failureOf(api.sendMessage('1', MESSAGE))) as Error;

		expect(JSON.stringify([error.message, error.stack, error.cause, error])).not.toMatch(/EAAsecret|Hello/);
	});

	test.each(['', ' ', '+15551234567', '1/../2', '1?x=1', 'abc'])('refuses the phone number ID %p', async (id) => {
		const api = await open(ACCEPTED);

		const error = await failureOf(api.sendMessage(id, MESSAGE));

		expect(error).toBeInstanceOf(InvalidInputError);
		expect(error).toMatchObject({ parameter: 'Business Phone Number' });
		expect(server?.requests).toEqual([]);
	});

	test('does not call an invalid address in the credential silence', async () => {
		const api = createCloudApi(fetchTransport('graph.facebook.com'), { wait });

		await expect(api.sendMessage('1', MESSAGE)).rejects.toThrow(InvalidInputError);
	});
});

describe('reads', () => {
	const page = (data: unknown[], after?: string): Reply => ({
		status: 200,
		body: { data, paging: { cursors: { before: 'b', after: after ?? 'last' }, ...(after ? { next: 'https://x' } : {}) } },
	});
	const number = (id: string) => ({ id, display_phone_number: `+1 ${id}`, verified_name: 'Shop' });
	const template = (name: string) => ({
		id: name,
		name,
		language: 'en_US',
		status: 'APPROVED',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Hello' }],
	});

	test('follows all pages of the templates and skips what is unreadable', async () => {
		const api = await open(page([template('a'), { id: 'broken' }], 'c1'), page([template('b')], 'c2'), page([template('c')]));
		const templates = await api.listTemplates('102290129340398');

		expect(templates.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
		expect(server?.requests.map(({ url }) => url.searchParams.get('after'))).toEqual([null, 'c1', 'c2']);
		expect(server?.requests[0]?.url.pathname).toBe('/v25.0/102290129340398/message_templates');
		expect(server?.requests[0]?.url.searchParams.get('limit')).toBe('200');
		expect(server?.requests[0]?.url.searchParams.get('fields')).toContain('components');
	});

	test('gives up a list that has no end', async () => {
		const pages = Array.from({ length: 300 }, (_, index) => page([number(String(index))], `c${index}`));
		const api = await open(...pages);

		await expect(api.listPhoneNumbers('9')).rejects.toThrow('The list at /9/phone_numbers has no end: WhatsApp named one more page after 250 of them.');
		expect(server?.requests).toHaveLength(250);
	});

	test('keeps no ID of a template or a number that is longer than any', async () => {
		const api = await open(page([number('1'), number('2'.repeat(100_000))]), page([template('a'), template('b'.repeat(513))]));

		await expect(api.listPhoneNumbers('9')).resolves.toMatchObject([{ id: '1' }]);
		await expect(api.listTemplates('9')).resolves.toMatchObject([{ id: 'a' }]);
	});

	test('stops when a cursor comes back', async () => {
		const api = await open(page([number('1')], 'same'));

		await expect(api.listPhoneNumbers('9')).resolves.toHaveLength(2);
		expect(server?.requests).toHaveLength(2);
	});

	test('lists phone numbers', async () => {
		const api = await open(page([number('1'), {}, null, { id: '2' }]));

		await expect(api.listPhoneNumbers('9')).resolves.toEqual([
			{ id: '1', displayPhoneNumber: '+1 1', verifiedName: 'Shop' },
			{ id: '2', displayPhoneNumber: '', verifiedName: '' },
		]);
	});

	test('lists Flows, and leaves out what has no name', async () => {
		const api = await open(page([{ id: '1', name: 'visit', status: 'DRAFT' }, { id: '2' }, null, { id: '3', name: 'survey' }]));

		await expect(api.listFlows('9')).resolves.toEqual([
			{ id: '1', name: 'visit', status: 'DRAFT' },
			{ id: '3', name: 'survey', status: '' },
		]);
		expect(server?.requests[0]?.url.pathname).toBe('/v25.0/9/flows');
		expect(server?.requests[0]?.url.searchParams.get('fields')).toBe('id,name,status');
	});

	test.each([{}, { data: {} }, { data: null }, { id: '1' }])('does not take %j for an empty list', async (body) => {
		const api = await open({ status: 200, body });

		await expect(api.listTemplates('9')).rejects.toThrow(CloudApiNoAnswerError);
	});

	test('does not give the first page for the whole when the second fails', async () => {
		const api = await open(page([number('1')], 'c1'), graphError(190, 401));

		await expect(api.listPhoneNumbers('9')).rejects.toThrow(AuthorizationError);
	});

	test('reads the business account', async () => {
		const api = await open({ status: 200, body: { id: '9', name: 'Shop' } });

		await expect(api.getBusinessAccount(' 9 ')).resolves.toEqual({ id: '9', name: 'Shop' });
	});

	test('says of an expired token that the request was refused', async () => {
		const api = await open(graphError(190, 401));

		await expect(api.getBusinessAccount('9')).rejects.toThrow(
			'WhatsApp refused the request: the access token is wrong or has expired (code 190)',
		);
		expect(server?.requests).toHaveLength(1);
	});

	test.each([
		['the page of a gateway', HTML_502],
		['a fault of Meta', graphError(2, 503)],
		['silence', 'silence'],
		['a connection that breaks', 'reset'],
	] as Array<[string, Reply]>)('tries again after %s', async (_case, reply) => {
		const api = await open(reply, reply, { status: 200, body: { id: '9', name: 'Shop' } });

		await expect(api.getBusinessAccount('9')).resolves.toMatchObject({ name: 'Shop' });
		expect(server?.requests).toHaveLength(3);
		expect(waits).toEqual([1_000, 2_000]);
	});

	test('gives up on silence after three tries, and says that nothing can have been sent', async () => {
		const api = await open('silence');
		const error = await failureOf(api.getBusinessAccount('9'));

		expect(error).toBeInstanceOf(CloudApiNoAnswerError);
		expect(error).toMatchObject({ wasPossiblySent: false });
		expect(server?.requests).toHaveLength(3);
	});
});

describe('uploadMedia', () => {
	const file = { fileName: 'a.txt', mimeType: 'text/plain', open: async () => await Promise.resolve(Buffer.from('a')) };

	test.each([
		['the page of a gateway', HTML_502],
		['a fault of Meta', graphError(131000, 500)],
		['silence', 'silence'],
		['a connection that breaks', 'reset'],
	] as Array<[string, Reply]>)('tries again after %s, because nobody is sent anything', async (_case, reply) => {
		const api = await open(reply, { status: 200, body: { id: '77' } });

		await expect(api.uploadMedia('106540352242922', file)).resolves.toBe('77');
		expect(server?.requests).toHaveLength(2);
		expect(waits).toEqual([1_000]);
	});

	test('names the type of a WebP that moves as Meta knows it', async () => {
		const requests: GraphRequest[] = [];
		const api = createCloudApi(async (request) => {
			requests.push(request);
			return await Promise.resolve({ status: 200, body: { id: '77' } });
		});
		await api.uploadMedia('106540352242922', { ...file, mimeType: 'image/webp; animated=true' });

		expect(requests[0]?.form).toMatchObject({ fields: { type: 'image/webp' }, file: { mimeType: 'image/webp' } });
	});

	test('does not repeat a file that Meta refuses', async () => {
		const api = await open(graphError(131053));

		await expect(api.uploadMedia('106540352242922', file)).rejects.toThrow(CloudApiError);
		expect(server?.requests).toHaveLength(1);
	});
});
