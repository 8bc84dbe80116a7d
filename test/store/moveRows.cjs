'use strict';

// Moves an embedded store into Postgres until it is done or killed. Prints a line for each page that is there.
// Usage: node --require ../support/requireTypeScript.cjs moveRows.cjs <path> <url>

const { moveStore } = require('../../nodes/shared/store/moving/moveStore.ts');
const { openPostgresStore } = require('../../nodes/shared/store/postgres/openPostgresStore.ts');
const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [path, url] = process.argv.slice(2);

async function main() {
	const source = openSqliteStore({ path });
	const target = openPostgresStore({ url });
	const mergeRows = async (...given) => {
		const merged = await target.mergeRows(...given);
		require('node:fs').writeSync(1, `${given[0]} ${merged.changed}\n`);
		return merged;
	};
	await moveStore(source, { mergeRows }, { atMs: Date.now() });
	await target.close();
	await source.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
