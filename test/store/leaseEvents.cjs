'use strict';

// Receives the same webhooks as other processes that run this program, and says of each whether its events were leased.
// Usage: node --require ../support/requireTypeScript.cjs leaseEvents.cjs <path> <delivery> <webhooks>

const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [path, deliveryId, webhooks] = process.argv.slice(2);
const NOON_MS = Date.UTC(2026, 10, 22, 12);

async function main() {
	const store = openSqliteStore({ path });
	for (let index = 0; index < Number(webhooks); index++) {
		const receipt = await store.recordWebhook({
			receiver: 'trigger',
			receivedAtMs: NOON_MS,
			deliveryId,
			leaseUntilMs: NOON_MS + 60_000,
			eventIds: [`a.${index}`, `b.${index}`],
			evidence: [],
			statuses: [],
			consent: [],
			renamings: [],
			templateChanges: [],
		});
		console.log(`${index} ${receipt.leased.length} ${receipt.underWay.length}`);
	}
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
