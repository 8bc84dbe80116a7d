import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../n8n/projectFolder.ts';

/** What a process that received requests came to. */
export interface HeapFigures {
	requests: number;
	/** How many executions the requests have started. */
	executions: number;
	/** How many requests made the trigger throw. */
	failures: number;
	/** Bytes in use after a fifth of the requests and after the last one, once everything that can be freed was freed. */
	heap: [number, number];
}

/**
 * Lets the trigger receive requests of every kind, in a process of its own with a real SQLite store.
 *
 * @param folder - an empty folder
 * @throws {Error} when a request was not answered as it must be
 */
export async function measureHeap(folder: string, requests: number, signal?: AbortSignal): Promise<HeapFigures> {
	const test = join(projectFolder(), 'test');
	const hook = join(test, 'support', 'requireTypeScript.cjs');
	const program = join(test, 'nodes', 'receiveRequests.cjs');
	const args = ['--expose-gc', '--require', hook, program, folder, String(requests)];
	const env = { ...process.env, N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'test', NODE_OPTIONS: '' };
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal });
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as HeapFigures;
}
