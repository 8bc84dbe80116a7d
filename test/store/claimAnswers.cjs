'use strict';

// Receives the same answers as other processes that run this program, and says of each whether it got the wait.
// Usage: node --require ../support/requireTypeScript.cjs claimAnswers.cjs <path> <delivery> <answers>

const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [path, deliveryId, answers] = process.argv.slice(2);
const NOON_MS = Date.UTC(2026, 10, 22, 12);

async function main() {
	const store = openSqliteStore({ path });
	for (let index = 0; index < Number(answers); index++) {
		const answer = { eventId: `${deliveryId}.${index}`, phoneNumberId: '1', user: { waId: `1555${index}` }, repliesTo: `q.${index}`, atMs: NOON_MS };
		const { claimed } = await store.claimAnswers([answer], { deliveryId, atMs: NOON_MS, leaseUntilMs: NOON_MS + 60_000 });
		console.log(`${index} ${claimed.length}`);
	}
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
