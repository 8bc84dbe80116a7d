import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { describeStore } from './describeStore';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

describeStore('the embedded store', async () => {
	const path = join(folder, `${files++}`, 'sessions.sqlite');
	return { store: openSqliteStore({ path }), reopen: async () => openSqliteStore({ path }) };
});
