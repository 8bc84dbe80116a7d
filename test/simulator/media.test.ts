import { createHash } from 'node:crypto';

import { createSimulator } from '../../simulator/createSimulator';
import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const MINUTE_MS = 60_000;
const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);

describe('a file that a person sends', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function writeImage(agoHours = 0): Promise<Record<string, string>> {
		stage.simulator.write({ from: ADA, type: 'image', text: 'A fern', agoHours, media: { bytes, mimeType: 'image/png' } });
		await stage.simulator.idle();
		return stage.receivedOf('messages').at(-1)?.image as Record<string, string>;
	}

	async function download(url: string, token: string | null = 'simulator-access-token'): Promise<Response> {
		return await fetch(url, { headers: token === null ? {} : { Authorization: `Bearer ${token}` } });
	}

	test('comes with its ID, digest and address', async () => {
		const image = await writeImage();
		expect(image).toEqual({
			mime_type: 'image/png',
			sha256: createHash('sha256').update(bytes).digest('base64'),
			id: expect.stringMatching(/^\d+$/),
			url: expect.stringContaining(stage.simulator.url),
			caption: 'A fern',
		});
		const response = await download(String(image.url));
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
	});

	test('is described under its ID, with a new address', async () => {
		const { id } = await writeImage();
		const { body } = await stage.call('GET', `/v25.0/${id}?phone_number_id=${NUMBER_ID}`);
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			url: expect.stringContaining(stage.simulator.url),
			mime_type: 'image/png',
			sha256: createHash('sha256').update(bytes).digest('hex'),
			file_size: bytes.length,
			id,
		});
		expect((await download(String(body.url))).status).toBe(200);
	});

	test('has an address under the name by which it was asked for, as n8n in a container knows this machine by another one', async () => {
		const { id } = await writeImage();
		const name = stage.simulator.url.replace('127.0.0.1', 'localhost');
		const response = await fetch(`${name}/v25.0/${id}`, { headers: { Authorization: 'Bearer simulator-access-token' } });
		expect(await response.json()).toMatchObject({ url: expect.stringContaining(`${name}/whatsapp_business/attachments/`) });
	});

	test('has an address that can be reached where the simulator listens on every network', async () => {
		const simulator = await createSimulator({ host: '0.0.0.0' });
		const { port } = new URL(simulator.url);
		try {
			expect(simulator.url).toBe(`http://localhost:${port}`);
		} finally {
			await simulator.close();
		}
	});

	test.each([
		[5 * MINUTE_MS - 1, 200],
		[5 * MINUTE_MS, 404],
		[5 * MINUTE_MS + 1, 404],
	])('after %d ms its address answers %d', async (laterMs, status) => {
		const { url } = await writeImage();
		stage.time.nowMs += laterMs;
		expect((await download(String(url))).status).toBe(status);
	});

	test('gives a new address when the one of the webhook is old', async () => {
		const { url, id } = await writeImage(2);
		expect((await download(String(url))).status).toBe(404);
		const { body } = await stage.call('GET', `/v25.0/${id}`);
		expect((await download(String(body.url))).status).toBe(200);
	});

	test.each([
		[7 * 24 * 60 * MINUTE_MS - 1, 200],
		[7 * 24 * 60 * MINUTE_MS, 400],
	])('after %d ms its ID answers %d', async (laterMs, status) => {
		const { id } = await writeImage();
		stage.time.nowMs += laterMs;
		expect((await stage.call('GET', `/v25.0/${id}`)).status).toBe(status);
	});

	test.each<[string, string | null, number]>([
		['no token', null, 401],
		['another token', 'guess', 401],
	])('is not given out to %s', async (_case, token, status) => {
		expect((await download(String((await writeImage()).url), token)).status).toBe(status);
	});

	test('belongs to one business number', async () => {
		const { id } = await writeImage();
		expect((await stage.call('GET', `/v25.0/${id}?phone_number_id=1`)).body.error).toMatchObject({ code: 100 });
	});

	test('is gone after a DELETE', async () => {
		const { url, id } = await writeImage();
		expect((await stage.call('DELETE', `/v25.0/${id}`)).body).toEqual({ success: true });
		expect((await download(String(url))).status).toBe(404);
		expect((await stage.call('GET', `/v25.0/${id}`)).body.error.code).toBe(100);
		expect((await stage.call('DELETE', `/v25.0/${id}`)).body.error.code).toBe(100);
	});

	test('can lose its addresses at once, and keeps its ID', async () => {
		const { url, id } = await writeImage();
		expect(stage.simulator.expireMediaLinks()).toBe(1);
		expect((await download(String(url))).status).toBe(404);
		expect((await stage.call('GET', `/v25.0/${id}`)).status).toBe(200);
	});

	test('fails to download as often as ordered', async () => {
		const { url } = await writeImage();
		stage.simulator.failNextDownload({ httpStatus: 503, count: 2 });
		const statuses = [await download(String(url)), await download(String(url)), await download(String(url))];
		expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200]);
	});

	test.each([
		['image', undefined, 'image/jpeg'],
		['audio', undefined, 'audio/ogg; codecs=opus'],
		['document', 'report.txt', 'text/plain'],
	])('is made up in the wanted size: %s', async (type, fileName, mimeType) => {
		const media = { size: 3000, mimeType, ...(fileName && { fileName }) };
		stage.simulator.write({ from: ADA, type, media });
		await stage.simulator.idle();
		const object = stage.receivedOf('messages')[0]?.[type] as Record<string, string>;
		expect((await (await download(String(object.url))).arrayBuffer()).byteLength).toBe(3000);
		expect(object.filename).toBe(fileName);
	});

	test.each([
		[{ type: 'location', media: {} }, 'has no file'],
		[{ type: 'image', media: { size: 100 * 1024 * 1024 + 1 } }, 'at most 104857600 bytes'],
	])('is refused as %j', (input, sentence) => {
		expect(() => stage.simulator.write({ from: ADA, ...input })).toThrow(sentence);
	});

	test('comes over the control routes too', async () => {
		const body = { from: ADA, type: 'document', media: { base64: bytes.toString('base64'), fileName: 'a.bin' } };
		await stage.call('POST', '/_simulator/write', body, null);
		await stage.simulator.idle();
		const document = stage.receivedOf('messages')[0]?.document as Record<string, string>;
		expect(document.filename).toBe('a.bin');
		expect(Buffer.from(await (await download(String(document.url))).arrayBuffer())).toEqual(bytes);
	});
});
