import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

import type { IExecuteFunctions } from 'n8n-workflow';

import { createGraphTransport } from '../../../nodes/shared/n8n/account/createGraphTransport';
import { openItemFile } from '../../../nodes/shared/n8n/files/openItemFile';
import { toBinary } from '../../support/openTemplateStage';

/** Larger than what streams read ahead. */
const LARGE_FILE = join(__dirname, '../../../package-lock.json');
const GRAPH = { baseUrl: 'http://127.0.0.1:9', version: 'v25.0' };
const onDisk = { ...toBinary(''), id: 'filesystem-v2:1' };

function open(stream: Readable, binary = onDisk) {
	const getBinaryStream = async () => stream;
	return openItemFile({ helpers: { getBinaryStream } as unknown as IExecuteFunctions['helpers'] }, binary);
}

/** Unlike `once` it hears no error: one that nobody else hears ends the process. */
const closed = async (stream: Readable) => await new Promise<void>((resolve) => stream.once('close', resolve));

describe('the file of an item', () => {
	it('is what the item holds', async () => {
		const binary = { ...toBinary('a receipt'), id: '' };
		expect(await open(Readable.from([]), binary)).toEqual(Buffer.from('a receipt'));
	});

	it('is read whole and in order where n8n keeps it, in pieces of any size', async () => {
		const pieces = [1, 7, 65_536, 200_000].map((size) => Buffer.alloc(size, String(size)));
		const content = await open(Readable.from(pieces));
		expect((await buffer(content as Readable)).equals(Buffer.concat(pieces))).toBe(true);
	});

	it('fails when its stream fails', async () => {
		const content = await open(new Readable({ read() { this.destroy(new Error('disk')); } }));
		await expect(buffer(content as Readable)).rejects.toThrow('disk');
	});

	it('is closed when nobody reads it, or not to its end', async () => {
		for (const begin of [async () => undefined, async (content: Readable) => await once(content, 'readable')]) {
			const stream = createReadStream(LARGE_FILE);
			const content = (await open(stream)) as Readable;
			await begin(content);
			content.destroy();
			await closed(stream);
			expect(stream.destroyed).toBe(true);
		}
	});

	it('is closed when its upload fails', async () => {
		const stream = createReadStream(LARGE_FILE);
		const failing = async () => await Promise.reject(Object.assign(new Error(), { code: 'ECONNRESET' }));
		const context = { helpers: { httpRequestWithAuthentication: failing, httpRequest: failing } };
		const file = { fileName: 'a', mimeType: 'text/plain', open: async () => await open(stream) };
		const request = { method: 'POST', path: '/1/media', form: { fields: {}, file } } as const;
		await expect(createGraphTransport(context, GRAPH)(request)).rejects.toThrow();
		await closed(stream);
		expect(stream.destroyed).toBe(true);
	});
});
