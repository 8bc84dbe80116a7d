import 'reflect-metadata';

import { WebhookContext } from 'n8n-core';
import type { INodeExecutionData, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { downloadMedia, type MediaDownload } from '../../nodes/shared/n8n/media/downloadMedia';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { readCredentials } from '../../nodes/shared/n8n/account/readCredentials';
import { binaryData } from '../support/binaryData';
import { createCredentialsHelper } from '../support/createCredentialsHelper';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { openStage, type Stage } from '../support/openStage';
import { file, startMediaServer, status, type MediaServer } from '../support/startMediaServer';

const TOKEN = 'EAAsecretOfTheTest';
const PHONE_NUMBER_ID = '106540352242922';
const KILOBYTE = Buffer.alloc(1024, 'x');

let server: MediaServer;
let stranger: MediaServer;
let logs: string[];

beforeAll(async () => await binaryData.init());
beforeEach(async () => {
	logs = [];
	[server, stranger] = await Promise.all([startMediaServer(), startMediaServer()]);
});
afterEach(async () => await Promise.all([server.close(), stranger.close()]));

function createContext(graphUrl = server.url, accessToken = TOKEN): WebhookContext {
	const { workflow, node } = createTriggerWorkflow(new WhatsAppSessionTrigger());
	const fields = { accessToken, businessAccountId: '1', appSecret: 'secret', graphApiBaseUrl: graphUrl };
	const additionalData = { credentialsHelper: createCredentialsHelper(() => fields) };
	const context = new WebhookContext(
		workflow,
		node,
		additionalData as unknown as IWorkflowExecuteAdditionalData,
		'webhook',
		{} as unknown as IWebhookData,
		[],
		null,
	);
	const warn = (...parts: unknown[]) => void logs.push(JSON.stringify(parts));
	Object.defineProperty(context, 'logger', { value: { warn } });
	return context;
}

async function download(
	items: INodeExecutionData[],
	{ context = createContext(), ...options }: Partial<MediaDownload> & { context?: WebhookContext } = {},
): Promise<INodeExecutionData[]> {
	const credentials = await readCredentials(context);
	return await downloadMedia(context, items, { credentials, maxSizeBytes: 4096, ...options });
}

function message(id: string, media: Record<string, unknown> = {}, type = 'image'): INodeExecutionData {
	return { json: { phoneNumberId: PHONE_NUMBER_ID, message: { id: `wamid.${id}`, type, media: { id, ...media } } } };
}

async function bytesOf(item: INodeExecutionData | undefined, property = 'data'): Promise<string> {
	const binary = item?.binary?.[property];
	if (!binary) throw new Error('The item has no binary data');
	return (await binaryData.getAsBuffer(binary)).toString();
}

const errorOf = (item: INodeExecutionData | undefined) =>
	(item?.json.message as { media: { error?: string } } | undefined)?.media.error;
const paths = () => server.requests.map(({ path }) => path);

describe('a file that WhatsApp gives', () => {
	it('goes into the field data, with the name and type of the message', async () => {
		server.media.set('1', { mimeType: 'image/jpeg', fileSize: 5, replies: [file('bytes', 'image/jpeg')] });
		const [item] = await download([message('1')]);
		expect(item?.binary?.data).toMatchObject({
			fileName: 'image.jpg',
			fileExtension: 'jpg',
			mimeType: 'image/jpeg',
			bytes: 5,
		});
		expect(await bytesOf(item)).toBe('bytes');
		expect(item?.json).toEqual(message('1').json);
		expect(logs).toEqual([]);
	});

	it('is kept where n8n finds it again when the execution has its number', async () => {
		server.media.set('1', { mimeType: 'image/jpeg', replies: [file('bytes')] });
		const [item] = await download([message('1')]);
		expect(item?.binary?.data?.id).toMatch(/^filesystem-v2:workflows\/test-workflow\/executions\/temp\/binary_data\//);
	});

	it('is asked for with the business number that received it', async () => {
		server.media.set('1', { mimeType: 'image/jpeg', replies: [file('bytes')] });
		await download([message('1')]);
		expect(server.requests).toEqual([
			{ path: '/v25.0/1', phoneNumberId: PHONE_NUMBER_ID, authorization: `Bearer ${TOKEN}` },
			{ path: '/files/1/0', phoneNumberId: null, authorization: `Bearer ${TOKEN}` },
		]);
	});

	it('goes into another field where the trigger says so', async () => {
		server.media.set('1', { mimeType: 'image/jpeg', replies: [file('bytes')] });
		const [item] = await download([message('1')], { property: 'attachment' });
		expect(await bytesOf(item, 'attachment')).toBe('bytes');
	});

	it.each([
		['a voice message with a codec', 'audio', { mimeType: 'audio/ogg; codecs=opus' }, 'audio.ogg', 'audio/ogg'],
		[
			'a document with a name',
			'document',
			{ mimeType: 'application/pdf', fileName: 'invoice 7.pdf' },
			'invoice 7.pdf',
			'application/pdf',
		],
		[
			'a document without an ending',
			'document',
			{ mimeType: 'application/pdf', fileName: 'invoice' },
			'invoice.pdf',
			'application/pdf',
		],
		[
			'a document that names a folder',
			'document',
			{ mimeType: 'text/plain', fileName: '../../etc/passwd' },
			'passwd.txt',
			'text/plain',
		],
		[
			'a document named like a Windows path',
			'document',
			{ mimeType: 'text/plain', fileName: 'C:\\x\\a.txt' },
			'a.txt',
			'text/plain',
		],
		[
			'a name that would turn around',
			'document',
			{ mimeType: 'text/plain', fileName: 'a\u202Etxt.exe' },
			'atxt.exe',
			'text/plain',
		],
		['a name of dots', 'document', { mimeType: 'text/plain', fileName: '..' }, 'document.txt', 'text/plain'],
		[
			'an unknown type',
			'document',
			{ mimeType: 'application/vnd.own+thing' },
			'document.bin',
			'application/vnd.own+thing',
		],
		['a type that is none', 'document', { mimeType: 'nonsense' }, 'document.bin', 'application/octet-stream'],
	])('is named readably: %s', async (_case, type, media, fileName, mimeType) => {
		server.media.set('1', { replies: [file('bytes', 'application/octet-stream')] });
		const [item] = await download([message('1', media, type)]);
		expect(item?.binary?.data).toMatchObject({ fileName, mimeType });
	});

	it('keeps the type that Meta gives, whatever its server says', async () => {
		server.media.set('1', { mimeType: 'image/png', replies: [file('bytes', 'text/plain')] });
		const [item] = await download([message('1', { mimeType: 'image/gif' })]);
		expect(item?.binary?.data).toMatchObject({ fileName: 'image.png', mimeType: 'image/png' });
	});

	it('may be a web page when the document is one', async () => {
		server.media.set('1', { mimeType: 'text/html', replies: [file('<p>', 'text/html')] });
		expect(await bytesOf((await download([message('1', {}, 'document')]))[0])).toBe('<p>');
	});

	it('comes from a fresh address when the first one has expired', async () => {
		server.media.set('1', { mimeType: 'image/jpeg', replies: [status(404), file('bytes')] });
		const [item] = await download([message('1')]);
		expect(await bytesOf(item)).toBe('bytes');
		expect(paths()).toEqual(['/v25.0/1', '/files/1/0', '/v25.0/1', '/files/1/1']);
	});
});

describe('a file that cannot be had', () => {
	const failing = async (reply: Parameters<MediaServer['media']['set']>[1]) => {
		server.media.set('1', reply);
		const [item] = await download([message('1')]);
		expect(item?.binary).toBeUndefined();
		expect(item?.json).toMatchObject({
			phoneNumberId: PHONE_NUMBER_ID,
			message: { id: 'wamid.1', media: { id: '1' } },
		});
		expect(logs).toHaveLength(1);
		expect(`${errorOf(item)} ${logs.join()}`).not.toMatch(/EAA|Bearer|127\.0\.0\.1|\/files\//);
		return errorOf(item);
	};

	it.each([404, 410])('says that it may be gone when two addresses lead nowhere (%d)', async (code) => {
		expect(await failing({ mimeType: 'image/jpeg', replies: [status(code)] })).toMatch(
			/leads nowhere, and so does a fresh one/,
		);
		expect(paths()).toEqual(['/v25.0/1', '/files/1/0', '/v25.0/1', '/files/1/1']);
	});

	it('is not fetched when Meta says that it is too large', async () => {
		expect(await failing({ fileSize: '4097', replies: [file(KILOBYTE)] })).toMatch(
			/is larger than the .* at the most/,
		);
		expect(paths()).toEqual(['/v25.0/1']);
	});

	it('is cut off when it turns out too large', async () => {
		const endless = await failing({
			fileSize: 10,
			replies: [
				(response) => {
					const write = () => {
						while (!response.destroyed && response.write(KILOBYTE));
						if (!response.destroyed) response.once('drain', write);
					};
					write();
				},
			],
		});
		expect(endless).toMatch(/is larger than the .* at the most/);
	});

	it('is refused when a web page came instead', async () => {
		expect(await failing({ mimeType: 'image/jpeg', replies: [file('<html>', 'text/html; charset=utf-8')] })).toMatch(
			/web page/,
		);
	});

	it('is refused when it did not arrive whole', async () => {
		const half = (response: Parameters<ReturnType<typeof file>>[0]) => {
			response.writeHead(200, { 'Content-Length': '100' });
			response.write('half');
			setImmediate(() => response.destroy());
		};
		expect(await failing({ mimeType: 'image/jpeg', replies: [half] })).toMatch(/did not arrive whole/);
	});

	it.each([401, 500])('names the status that the server answered with (%d)', async (code) => {
		expect(await failing({ replies: [status(code)] })).toContain(`HTTP ${code}`);
	});

	it('says that the connection broke', async () => {
		expect(await failing({ replies: [(response) => response.destroy()] })).toMatch(/broke the connection/);
	});

	it("gives Meta's refusal when the ID is of no file", async () => {
		const [item] = await download([message('2')]);
		expect(errorOf(item)).toMatch(/code 100/);
	});

	it('is not looked for under an ID that would be a path', async () => {
		const [item] = await download([message('../me/accounts')]);
		expect(errorOf(item)).toMatch(/'Media ID'/);
		expect(server.requests).toEqual([]);
	});
});

describe('the access token', () => {
	it('does not follow a redirect to another host', async () => {
		server.media.set('1', { replies: [status(302, { Location: `${stranger.url}/files/1/0` })] });
		stranger.media.set('1', { replies: [file('bytes')] });
		expect(errorOf((await download([message('1')]))[0])).toContain('HTTP 302');
		expect(stranger.requests).toEqual([]);
	});

	it.each(['http://127.0.0.1:1/file', 'ftp://example.com/file', 'file:///etc/passwd', 'nonsense'])(
		'does not go to %s when the Graph API is reached over TLS',
		async (url) => {
			const context = createContext('https://graph.example.com');
			const answers = [{ statusCode: 200, body: { url }, headers: {} }];
			const asked: string[] = [];
			context.helpers.httpRequestWithAuthentication = async (_type, request) => {
				asked.push(request.url);
				return answers.shift();
			};
			expect(errorOf((await download([message('1')], { context }))[0])).toMatch(/does not begin with https/);
			expect(asked).toEqual(['https://graph.example.com/v25.0/1']);
		},
	);
});

describe('the files of one webhook', () => {
	it('are fetched four at once, and come back in order', async () => {
		const ids = Array.from({ length: 10 }, (_, index) => `${index}`);
		const waiting: Array<() => void> = [];
		const begun: number[] = [];
		// Nobody is answered before four are waiting, and the last one who came is answered first.
		const together = (id: string) => (response: Parameters<ReturnType<typeof file>>[0]) => {
			waiting.unshift(() => file(`bytes of ${id}`)(response));
			if (waiting.length === 4) begun.push(paths().filter((path) => path.startsWith('/v25.0/')).length);
			if (waiting.length === 4 || id > '7') for (const answer of waiting.splice(0)) answer();
		};
		for (const id of ids) server.media.set(id, { mimeType: 'image/jpeg', replies: [together(id)] });
		const items = await download([{ json: { event: 'status' } }, ...ids.map((id) => message(id))]);
		expect(items[0]).toEqual({ json: { event: 'status' } });
		expect(await Promise.all(items.slice(1).map(async (item) => await bytesOf(item)))).toEqual(
			ids.map((id) => `bytes of ${id}`),
		);
		expect(begun[0]).toBe(4);
		expect(server.mostAtOnce()).toBe(4);
	});

	it('are left when the time is up, those under way and those that had not begun', async () => {
		const time = new AbortController();
		server.media.set('quick', { mimeType: 'image/jpeg', replies: [file('bytes')] });
		server.media.set('slow', {
			mimeType: 'image/jpeg',
			replies: [
				(response) => {
					response.writeHead(200);
					response.write('the beginning');
					setImmediate(() => time.abort());
				},
			],
		});
		const [quick] = await download([message('quick')], { signal: time.signal });
		expect(await bytesOf(quick)).toBe('bytes');
		const slow = await download(
			['slow', 'quick', 'quick', 'quick', 'quick'].map((id) => message(id)),
			{ signal: time.signal },
		);
		expect(errorOf(slow[0])).toMatch(/took longer than there is time for/);
		server.requests.length = 0;
		const [late] = await download([message('quick')], { signal: time.signal });
		expect(late?.binary).toBeUndefined();
		expect(errorOf(late)).toMatch(/took longer/);
		expect(server.requests).toEqual([]);
	});

	it('are left when Meta does not even say where they are', async () => {
		const context = createContext();
		const time = new AbortController();
		context.helpers.httpRequestWithAuthentication = async () => {
			setImmediate(() => time.abort());
			return await new Promise(() => {});
		};
		const [item] = await download([message('1')], { context, signal: time.signal });
		expect(errorOf(item)).toMatch(/took longer/);
	});

	it('cost nothing where there are none', async () => {
		const items: INodeExecutionData[] = [
			{ json: {} },
			{ json: { message: null } },
			{ json: { message: { media: null } } },
			{ json: { message: { media: { id: 7 } } } },
			{ json: { message: { text: 'Hello' } } },
		];
		expect(await download(items)).toEqual(items);
		expect(server.requests).toEqual([]);
	});
});

describe('the simulated Meta', () => {
	let stage: Stage;
	beforeEach(async () => (stage = await openStage()));
	afterEach(async () => await stage.close());

	const downloadOne = async (type: string, media: Record<string, unknown>, arrange = () => {}) => {
		const { simulator, credential } = stage;
		const { content } = simulator.write({ from: '15550100001', type, media });
		const sent = content as { id: string; mime_type: string; filename?: string };
		arrange();
		const context = createContext(simulator.url, String(credential.accessToken));
		const metadata = { mimeType: sent.mime_type, fileName: sent.filename };
		return (await download([message(sent.id, metadata, type)], { context }))[0];
	};

	it.each([
		['image', {}, 'image.jpg'],
		['audio', {}, 'audio.ogg'],
		['sticker', {}, 'sticker.webp'],
		['document', { fileName: 'order 1042.pdf' }, 'order 1042.pdf'],
	])('gives the file of a message (%s)', async (type, media, fileName) => {
		const item = await downloadOne(type, { ...media, bytes: Buffer.from('what the file holds') });
		expect(await bytesOf(item)).toBe('what the file holds');
		expect(item?.binary?.data?.fileName).toBe(fileName);
	});

	it('gives a fresh address for one that has expired', async () => {
		const expire = () => void stage.simulator.failNextDownload({ httpStatus: 404 });
		expect(await bytesOf(await downloadOne('image', { bytes: Buffer.from('image') }, expire))).toBe('image');
	});

	it('says that a file is gone after 7 days', async () => {
		const wait = () => void stage.simulator.setClock({ offsetSeconds: 7 * 24 * 3600 + 1 });
		const item = await downloadOne('image', {}, wait);
		expect(item?.binary).toBeUndefined();
		expect(errorOf(item)).toMatch(/code 100/);
	});
});
