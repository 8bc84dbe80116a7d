import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { MemoryFigures } from '../upload/measureUpload.ts';

/** What it took one process to send to many people. */
export interface ProcessFigures {
	sent: number;
	notSent: number;
	tookMs: number;
	/** Memory before it, when everything was loaded and the items were there. */
	before: MemoryFigures;
	/** The most of each while they went out. */
	most: MemoryFigures;
}

/** Who sends to whom. */
export interface ProcessSends {
	/** For the store. */
	folder: string;
	metaUrl: string;
	people: number;
	/** Number of the first person, so that two processes write to different people. */
	first: number;
	/** Send Template, or a node that does nothing but post with n8n's helper. */
	way: 'template' | 'postOnly';
	signal?: AbortSignal;
}

/** Sends a template to so many people, in a process of its own with n8n's engine and a real SQLite store. */
export async function sendInProcess({ folder, metaUrl, people, first, way, signal }: ProcessSends): Promise<ProcessFigures> {
	const test = join(projectFolder(), 'test');
	mkdirSync(folder, { recursive: true });
	const hook = join(test, 'support', 'requireTypeScript.cjs');
	const program = join(test, 'nodes', 'sendMany.cjs');
	const args = ['--expose-gc', '--require', hook, program, folder, metaUrl, String(people), String(first), way];
	const env = { ...process.env, N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'test', NODE_OPTIONS: '' };
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal, maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ProcessFigures;
}
