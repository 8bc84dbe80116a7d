'use strict';

// Wants to send many templates of one budget: waits until it is told to go on, and then claims for one after the other, as somebody else does at
// the same time. Gives every third one back, as if WhatsApp had refused it. Prints the number of each and whether it has gone out.
// Usage: node --require ../support/requireTypeScript.cjs claimBudgets.cjs <path or URL> <writer> <messages>

const { once } = require('node:events');
const { writeSync } = require('node:fs');

const { openPostgresStore } = require('../../nodes/shared/store/postgres/openPostgresStore.ts');
const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [where, writer, messages] = process.argv.slice(2);
const claimedAtMs = Date.UTC(2026, 10, 22, 12);
const month = { fromMs: Date.UTC(2026, 10, 1), untilMs: Date.UTC(2026, 11, 1) };
const budget = { ...month, countsAs: 'template', count: 1, mostCharged: 100 };
const template = { businessAccountId: 'waba', category: 'marketing' };

async function main() {
	const store = where.startsWith('postgres') ? openPostgresStore({ url: where, schema: 'budgets' }) : openSqliteStore({ path: where });
	writeSync(1, 'is there\n');
	await once(process.stdin.resume(), 'end');
	for (let index = 0; index < Number(messages); index++) {
		const sendOnceKey = `${writer} ${index}`;
		const claim = { sendOnceKey, claimId: sendOnceKey, phoneNumberId: '1', user: { waId: `1555${index}` }, sentAs: 'template', countsAs: 'template', claimedAtMs, template, budget };
		const isOut = (await store.claimWithinBudget(claim)) === undefined;
		const isRefused = isOut && index % 3 === 0;
		if (isRefused) await store.recordOutcomes([{ sendOnceKey, claimId: sendOnceKey, state: 'released', place: { phoneNumberId: '1', ...month, countsAs: 'template' } }]);
		writeSync(1, `${index} ${isOut && !isRefused ? 'is out' : 'is not'}\n`);
	}
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
