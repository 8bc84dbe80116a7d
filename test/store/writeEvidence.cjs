'use strict';

// Writes evidence into the store until it is told to stop or is killed. Prints the number of each record once it is
// committed, and the error when one occurs.
// Usage: node --require ../support/requireTypeScript.cjs writeEvidence.cjs <path> <writer> <records>

const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [path, writer, records] = process.argv.slice(2);
const FIRST_MS = Date.UTC(2026, 10, 22, 12);

async function main() {
	const store = openSqliteStore({ path });
	for (let index = 0; index < Number(records); index++) {
		const atMs = FIRST_MS + index;
		await store.recordEvidence([
			{ kind: 'inbound', phoneNumberId: '1', user: { waId: `${writer}${index}` }, atMs },
			{ kind: 'inbound', phoneNumberId: '1', user: { bsuid: 'US.shared' }, atMs },
		]);
		const [record] = await store.claimSends([
			{ sendOnceKey: `order ${index}`, phoneNumberId: '1', user: {}, sentAs: 'template', claimedAtMs: atMs },
		]);
		// Straight into the pipe, before anything else happens: what is printed is on record.
		require('node:fs').writeSync(1, `${index} ${record ? 'lost' : 'won'}\n`);
	}
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
