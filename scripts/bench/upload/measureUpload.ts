import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../n8n/projectFolder.ts';
import { startByteCounter } from './startByteCounter.ts';

/** What a process has in memory, in bytes. */
export interface MemoryFigures {
	/** All of it, as the operating system counts. */
	rss: number;
	/** JavaScript's own. */
	heapUsed: number;
	/** Buffers, for the most part. */
	external: number;
}

/** What it took to send one document. */
export interface UploadFigures {
	/** Size of the document, in bytes. */
	sizeBytes: number;
	tookMs: number;
	/** Memory before it, when everything was loaded and a small document had gone out. */
	before: MemoryFigures;
	/** The most of each while it went out. */
	most: MemoryFigures;
	/** Length that the upload announced, with the rest of its form; undefined for none. */
	announcedBytes: number | undefined;
	/** Bytes that arrived, with the rest of the form. */
	receivedBytes: number;
}

/**
 * Lets Send Template send a document from the files that n8n keeps on disk, in a process of its own.
 *
 * @param folder - an empty folder
 * @throws {Error} when it was not sent
 */
export async function measureUpload(folder: string, sizeBytes: number, signal?: AbortSignal): Promise<UploadFigures> {
	const test = join(projectFolder(), 'test');
	const hook = join(test, 'support', 'requireTypeScript.cjs');
	const meta = await startByteCounter();
	const args = ['--expose-gc', '--require', hook, join(test, 'nodes', 'sendDocument.cjs'), folder, meta.url, String(sizeBytes)];
	const env = { ...process.env, N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'test', NODE_OPTIONS: '' };
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal }).finally(() => meta.close());
	const upload = meta.uploads[1];
	if (!upload || meta.uploads.length !== 2 || meta.messages !== 2) {
		throw new Error(`Two documents were to be sent; there were ${meta.uploads.length} uploads and ${meta.messages} messages.`);
	}
	const figures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Pick<UploadFigures, 'tookMs' | 'before' | 'most'>;
	return { sizeBytes, ...figures, ...upload };
}
