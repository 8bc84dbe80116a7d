import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real Postgres for tests, with nothing in it. */
export interface Postgres {
	/** Of an empty database, with user and password. */
	url: string;
	/** Stops the server and removes its data. */
	stop(): Promise<void>;
}

/**
 * Starts a Postgres on a free port; the binaries come from npm.
 *
 * @throws {Error} with what the server said when it does not start
 */
export async function startPostgres(): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-postgres-'));
	// As root, the server runs as another user, who has to reach the data folder in here.
	chmodSync(folder, 0o755);
	const server = spawn(process.execPath, [join(__dirname, 'postgresServer.mjs'), join(folder, 'data')]);
	let complaints = '';
	server.stderr.on('data', (chunk) => (complaints += String(chunk)));
	const closed = once(server, 'close');
	const [url] = await Promise.race([
		once(createInterface(server.stdout), 'line') as Promise<[string]>,
		closed.then(() => Promise.reject(new Error(`Postgres did not start: ${complaints}`))),
	]);
	return {
		url,
		stop: async () => {
			server.stdin.end();
			await closed;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
