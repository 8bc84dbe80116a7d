import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from './findFreePort.ts';
import { findN8n } from './findN8n.ts';
import { isN8nReady } from './isN8nReady.ts';
import { n8nEnvironment } from './n8nEnvironment.ts';
import { startDatabase } from './startDatabase.ts';
import { stopProcess } from './stopProcess.ts';
import { waitUntil } from './waitUntil.ts';

const READY_TIMEOUT_MS = 180_000;
const KEPT_LOG_LINES = 2000;

/** What to start. */
export interface N8nStart {
	/** Folder under which n8n keeps its `.n8n`; made when it is missing. */
	userFolder: string;
	/** Port of the editor and the webhooks; a free one by default. */
	port?: number;
	/** Environment variables on top of the usual ones: Postgres, queue mode, another encryption key. */
	env?: Record<string, string>;
	/** n8n command: `start` by default, `worker` or `webhook` in queue mode. */
	command?: string[];
	/** File to which everything n8n prints is written as well, from the beginning. */
	logFile?: string;
	/** Aborting it gives the start up. */
	signal?: AbortSignal;
}

/** An n8n that runs. */
export interface RunningN8n {
	/** Address of the editor, without a slash at the end. */
	url: string;
	process: ChildProcess;
	/** What n8n has printed, the last 2,000 lines, oldest first. */
	logs: string[];
	/** Settles with the exit code when n8n ends, whoever ended it; undefined when a signal did. */
	exited: Promise<number | undefined>;
	/** Ends n8n the way a service manager does, and waits for it. */
	stop(): Promise<void>;
	/** Ends n8n at once, as a power cut does, and waits for it. */
	kill9(): Promise<void>;
}

function spawnN8n(folder: string, command: string[], env: Record<string, string>, cwd: string): ChildProcess {
	if (Number.parseInt(process.versions.node, 10) < 24) {
		throw new Error(`n8n needs Node 24; this is ${process.versions.node}. Start it through an npm script.`);
	}
	const script = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	// A process group of its own: Ctrl-C in the terminal reaches n8n in its turn, and its helpers end with it.
	return spawn(process.execPath, [script, ...command], {
		cwd,
		env,
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

function keepLogs(child: ChildProcess, logFile?: string): string[] {
	const logs: string[] = [];
	const file = logFile === undefined ? undefined : createWriteStream(logFile);
	const keep = (chunk: Buffer) => {
		logs.push(...chunk.toString().split('\n').filter(Boolean));
		logs.splice(0, logs.length - KEPT_LOG_LINES);
		file?.write(chunk);
	};
	child.stdout?.on('data', keep);
	child.stderr?.on('data', keep);
	child.once('close', () => file?.end());
	return logs;
}

async function waitForReadiness(url: string, n8n: RunningN8n, signal?: AbortSignal): Promise<void> {
	const look = async (): Promise<boolean> => {
		if (n8n.process.exitCode !== null || n8n.process.signalCode !== null) {
			throw new Error(`n8n ended while it started. Its last lines:\n${n8n.logs.slice(-20).join('\n')}`);
		}
		return await isN8nReady(url);
	};
	const waited = waitUntil(look, { what: 'n8n to be ready', timeoutMs: READY_TIMEOUT_MS, everyMs: 200, signal });
	await waited.catch(async (error: unknown) => {
		await n8n.kill9();
		return await Promise.reject(error);
	});
}

/**
 * Starts a real n8n and waits until it answers.
 *
 * With `command` other than `start` there is nothing to wait for at `port`; a worker answers at its own health port.
 *
 * @throws {Error} when n8n ends or is not ready within 3 minutes; the message holds its last lines
 */
export async function startN8n(start: N8nStart): Promise<RunningN8n> {
	const { userFolder, port, env, command = ['start'], logFile, signal } = start;
	const { folder, database } = findN8n();
	mkdirSync(userFolder, { recursive: true });
	const place = { userFolder, port: port ?? (await findFreePort()), brokerPort: await findFreePort() };
	const ownDatabase = database === 'postgres' && !env?.DB_TYPE ? await startDatabase(userFolder) : undefined;
	const child = spawnN8n(folder, command, n8nEnvironment(place, { ...ownDatabase?.env, ...env }), userFolder);
	const exited = new Promise<number | undefined>((resolve) => child.once('exit', (code) => resolve(code ?? undefined)));
	const end = async (force: boolean) => {
		await stopProcess(child, exited, force);
		await ownDatabase?.stop();
	};
	const url = `http://localhost:${place.port}`;
	const n8n: RunningN8n = {
		url,
		process: child,
		logs: keepLogs(child, logFile),
		exited,
		stop: () => end(false),
		kill9: () => end(true),
	};
	if (command[0] === 'start') await waitForReadiness(url, n8n, signal);
	return n8n;
}
