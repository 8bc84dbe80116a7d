'use strict';

// Wants to send one person after the other a template each, if the person has got none: looks, judges, claims, and judges again when it was
// overtaken. Prints the number of each person and whether it may send.
// Usage: node --require ../support/requireTypeScript.cjs claimTemplates.cjs <path or URL> <writer> <people>

const { openPostgresStore } = require('../../nodes/shared/store/postgres/openPostgresStore.ts');
const { openSqliteStore } = require('../../nodes/shared/store/sqlite/openSqliteStore.ts');

const [where, writer, people] = process.argv.slice(2);
const claimedAtMs = Date.UTC(2026, 10, 22, 12);
const template = { businessAccountId: 'waba', category: 'marketing' };

async function maySend(store, user) {
	for (;;) {
		const { sends, version } = await store.findTemplateSends('waba', user);
		if (sends.length > 0) return false;
		const claim = { sendOnceKey: `${writer} ${user.waId ?? user.bsuid}`, phoneNumberId: '1', user, sentAs: 'template', claimedAtMs, template, historyVersion: version };
		if ((await store.claimTemplateSend(claim)) === undefined) return true;
	}
}

async function main() {
	const store = where.startsWith('postgres') ? openPostgresStore({ url: where, schema: 'manners' }) : openSqliteStore({ path: where });
	for (let index = 0; index < Number(people); index++) {
		// Each process knows the people by another name.
		const user = writer === 'by number' ? { waId: `1555${index}` } : { bsuid: `US.${index}` };
		require('node:fs').writeSync(1, `${index} ${(await maySend(store, user)) ? 'sends' : 'holds back'}\n`);
	}
	await store.close();
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
