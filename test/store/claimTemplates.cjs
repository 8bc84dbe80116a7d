'use strict';

// Wants to send a template to each of many people who have got none: looks at all of them, prints that, waits until it is told to go on, and
// then claims for one after the other, as somebody else does at the same time; looks again where it was overtaken. Knows the people by
// number or by ID. Prints the number of each person and whether it may send.
// Usage: node --require ../support/requireTypeScript.cjs claimTemplates.cjs <path or URL> <writer> <people>

const { once } = require('node:events');
const { writeSync } = require('node:fs');

const { openPostgresStore } = require('../../nodes/shared/store/postgres/openPostgresStore.ts');
const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [where, writer, people] = process.argv.slice(2);
const claimedAtMs = Date.UTC(2026, 10, 22, 12);
const template = { businessAccountId: 'waba', category: 'marketing' };

const toUser = (index) => (writer === 'by number' ? { waId: `1555${index}` } : { bsuid: `US.${index}` });

async function maySend(store, user, look) {
	for (let { sends, version } = look; ; { sends, version } = await store.findTemplateSends('waba', user)) {
		if (sends.length > 0) return false;
		const claim = { sendOnceKey: `${writer} ${user.waId ?? user.bsuid}`, phoneNumberId: '1', user, sentAs: 'template', claimedAtMs, template, historyVersion: version };
		if ((await store.claimTemplateSend(claim)) === undefined) return true;
	}
}

async function main() {
	const store = where.startsWith('postgres') ? openPostgresStore({ url: where, schema: 'manners' }) : openSqliteStore({ path: where });
	const looks = [];
	for (let index = 0; index < Number(people); index++) looks.push(await store.findTemplateSends('waba', toUser(index)));
	// Both have looked at everybody before one of them sends.
	writeSync(1, 'has looked\n');
	await once(process.stdin.resume(), 'end');
	for (const [index, look] of looks.entries()) writeSync(1, `${index} ${(await maySend(store, toUser(index), look)) ? 'sends' : 'holds back'}\n`);
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
