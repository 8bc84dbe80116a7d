import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { describeStore } from './describeStore';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

describeStore('the embedded store', async () => {
	const path = join(folder, `${files++}`, 'sessions.sqlite');
	return {
		store: openSqliteStore({ path }),
		reopen: async () => openSqliteStore({ path }),
		async countRows(table) {
			const database = new DatabaseSync(path, { readOnly: true });
			const row = database.prepare(`SELECT count(*) AS count FROM ${table}`).get();
			database.close();
			return Number(row?.count);
		},
	};
});
