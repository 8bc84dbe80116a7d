'use strict';

// Looks for what was given up and claims it, a few at a time: once, and when it is told to go on until there is no more, as other processes that
// run this program do at the same time. Prints the subject of each claim.
// Usage: node --require ../support/requireTypeScript.cjs claimStoreEvents.cjs <path or URL> <receiver> <messages>

const { once } = require('node:events');
const { writeSync } = require('node:fs');

const { openPostgresStore } = require('../../nodes/shared/store/postgres/openPostgresStore.ts');
const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [where, receiver, messages] = process.argv.slice(2);
const atMs = Date.UTC(2026, 10, 22, 13);

async function main() {
	const store = where.startsWith('postgres') ? openPostgresStore({ url: where, schema: 'store_events' }) : openSqliteStore({ path: where });
	const claimSome = async () => {
		await store.addGivenUp({ receiver, businessAccountId: 'waba', atMs, endedByMs: atMs, limit: Math.ceil(Number(messages) / 20) });
		const subjects = await store.claimStoreEvents({ receiver, kind: 'givenUp', atMs, leaseUntilMs: atMs + 60_000, limit: 3 });
		for (const subject of subjects) writeSync(1, `${subject}\n`);
		return subjects.length;
	};
	await claimSome();
	await once(process.stdin, 'data');
	process.stdin.destroy();
	while ((await claimSome()) > 0);
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
