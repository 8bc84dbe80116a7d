import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { SQLITE_MIGRATIONS } from '../../nodes/shared/store/sqlite/sqliteMigrations';
import { expectDataOfSchema1 } from './expectDataOfSchema1';
import { expectDataOfSchema2 } from './expectDataOfSchema2';
import { expectDataOfSchema3 } from './expectDataOfSchema3';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { expectDataOfSchema5 } from './expectDataOfSchema5';
import { expectDataOfSchema18 } from './expectDataOfSchema18';
import { expectDataOfSchema20 } from './expectDataOfSchema20';
import { expectDataOfSchema6 } from './expectDataOfSchema6';
import { dataOfSchema1, SQLITE_SCHEMA_1 } from './schemaVersion1';
import { SQLITE_STORE_18 } from './schemaVersion18';
import { SQLITE_STORE_2 } from './schemaVersion2';
import { SQLITE_STORE_20 } from './schemaVersion20';
import { SQLITE_STORE_3 } from './schemaVersion3';
import { SQLITE_STORE_4 } from './schemaVersion4';
import { SQLITE_STORE_5 } from './schemaVersion5';
import { SQLITE_STORE_6 } from './schemaVersion6';

describe('the file of an earlier version of the embedded store', () => {
	let folder: string;
	let path: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-migrations-'));
		path = join(folder, 'sessions.sqlite');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function fill(sql: string): void {
		const database = new DatabaseSync(path);
		database.exec(sql);
		database.close();
	}

	it('is brought up to date with all its data', async () => {
		fill(SQLITE_SCHEMA_1 + dataOfSchema1(''));
		const store = openSqliteStore({ path });
		await expectDataOfSchema1(store);
		await store.close();
		const database = new DatabaseSync(path);
		expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: SQLITE_MIGRATIONS.length });
		const entries = database.prepare('SELECT entry_id, wa_id, category FROM consent_entries ORDER BY entry_id').all();
		expect(entries).toEqual([
			{ entry_id: 1, wa_id: '2', category: 'marketing' },
			{ entry_id: 3, wa_id: '2', category: 'utility' },
			{ entry_id: 4, wa_id: null, category: 'marketing' },
		]);
		expect(() => database.exec(`UPDATE consent_entries SET state = 'optedOut'`)).toThrow('added, never changed');
		database.close();
	});

	it.each([
		['version 2 as well, and takes news of templates', SQLITE_STORE_2, expectDataOfSchema2],
		['version 3 as well, and takes uploaded files', SQLITE_STORE_3, expectDataOfSchema3],
		['version 4 as well, and takes waits for answers', SQLITE_STORE_4, expectDataOfSchema4],
		['version 5 as well, and takes keys for each person and waits before their questions', SQLITE_STORE_5, expectDataOfSchema5],
		['version 6 as well, and takes ends of free entry points', SQLITE_STORE_6, expectDataOfSchema6],
		['version 18 as well, and tells of what was given up', SQLITE_STORE_18, expectDataOfSchema18],
		['version 20 as well, and counts the messages that it had', SQLITE_STORE_20, expectDataOfSchema20],
	])('is brought up to date from %s', async (_, sql, expectData) => {
		fill(sql);
		const store = openSqliteStore({ path });
		await expectData(store);
		await store.close();
		const database = new DatabaseSync(path);
		expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: SQLITE_MIGRATIONS.length });
		database.close();
	});

	it('stays as it is when bringing it up to date fails', () => {
		fill(`${SQLITE_SCHEMA_1} ${dataOfSchema1('')}; CREATE TABLE renamings (something TEXT)`);
		expect(() => openSqliteStore({ path })).toThrow(SessionStoreError);
		const database = new DatabaseSync(path);
		expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
		expect(database.prepare('SELECT count(*) AS count FROM received_messages').get()).toEqual({ count: 2 });
		expect(database.prepare('SELECT count(*) AS count FROM consent_entries').get()).toEqual({ count: 5 });
		database.close();
	});
});
