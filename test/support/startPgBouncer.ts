import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findFreePort } from '../../scripts/n8n/findFreePort';

/** A real PgBouncer in front of a Postgres. */
export interface PgBouncer {
	/** The same database, through the pooler. */
	url: string;
	stop(): Promise<void>;
}

const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find(existsSync);

/**
 * Starts a PgBouncer in transaction mode, which gives each transaction whatever connection is free.
 *
 * @throws {Error} where the machine has none; Debian's package is `pgbouncer`
 */
export async function startPgBouncer(postgresUrl: string, settings: Record<string, string> = {}): Promise<PgBouncer> {
	if (PROGRAM === undefined) throw new Error('Install pgbouncer, for example with apt-get install pgbouncer.');
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-pgbouncer-'));
	const { hostname, port, username, password } = new URL(postgresUrl);
	const ownPort = await findFreePort();
	const all = { pool_mode: 'transaction', default_pool_size: '2', auth_type: 'plain', auth_file: join(folder, 'users.txt'), ...settings };
	const lines = Object.entries({ listen_addr: '127.0.0.1', listen_port: String(ownPort), unix_socket_dir: '', ...all });
	writeFileSync(join(folder, 'users.txt'), `"${username}" "${password}"\n`);
	const ini = `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\n${lines.map(([name, value]) => `${name} = ${value}`).join('\n')}\n`;
	writeFileSync(join(folder, 'pgbouncer.ini'), ini);
	// As root it refuses to run, and changes to a user that has to read these.
	chmodSync(folder, 0o755);
	const isRoot = process.getuid?.() === 0;
	const server = spawn(PROGRAM, [...(isRoot ? ['-u', 'nobody'] : []), join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
	const ended = once(server, 'exit');
	await waitForPort(ownPort, ended);
	const url = new URL(postgresUrl);
	url.port = String(ownPort);
	return {
		url: url.href,
		async stop() {
			server.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function waitForPort(port: number, ended: Promise<unknown>): Promise<void> {
	let isRunning = true;
	void ended.then(() => (isRunning = false));
	while (isRunning) {
		const socket = connect(port, '127.0.0.1');
		const isOpen = await once(socket, 'connect').then(
			() => true,
			() => false,
		);
		socket.destroy();
		if (isOpen) return;
		await sleep(20);
	}
	throw new Error('PgBouncer did not start.');
}
