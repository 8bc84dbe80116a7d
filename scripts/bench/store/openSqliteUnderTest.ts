import { DatabaseSync } from 'node:sqlite';
import { openPackStore } from './openPackStore.ts';
import { CONSENT_SQL, sessionsSql } from './samplePerson.ts';
import type { StoreUnderTest } from './StoreUnderTest.ts';

/** Opens an embedded store. @param path - of a file that is not there yet */
export async function openSqliteUnderTest(path: string): Promise<StoreUnderTest> {
	const store = openPackStore({ kind: 'embedded', path });
	const database = new DatabaseSync(path);
	// Nothing that is filled in here has to outlive a power cut.
	database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
	return {
		store,
		async grow(from, to) {
			const series = `(WITH RECURSIVE series (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM series WHERE n < ${to - 1}) SELECT n FROM series)`;
			database.exec(`BEGIN IMMEDIATE; ${sessionsSql(series, Date.now())}; DELETE FROM consent_entries; ${CONSENT_SQL}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`);
		},
		async sizeOfSessions() {
			const row = database.prepare("SELECT sum(pgsize) AS size FROM dbstat WHERE name LIKE 'sessions%'").get();
			return Number(row?.size);
		},
		async close() {
			database.close();
			await store.close();
		},
	};
}
