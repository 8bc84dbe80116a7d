import { openSqliteDatabase } from './openSqliteDatabase.ts';
import { CONSENT_SQL, sessionsSql } from './samplePerson.ts';
import type { StoreUnderTest } from './StoreUnderTest.ts';

/** Opens an embedded store. @param path - of a file that is not there yet */
export function openSqliteUnderTest(path: string): StoreUnderTest {
	const database = openSqliteDatabase(path);
	return {
		...database,
		async grow(from, to) {
			const series = `(WITH RECURSIVE series (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM series WHERE n < ${to - 1}) SELECT n FROM series)`;
			await database.send(`BEGIN IMMEDIATE; ${sessionsSql(series, Date.now())}; DELETE FROM consent_entries; ${CONSENT_SQL}; COMMIT`);
			await database.settle();
		},
		async sizeOfSessions() {
			const [row] = await database.send("SELECT sum(pgsize) AS size FROM dbstat WHERE name LIKE 'sessions%'", []);
			return Number(row?.size);
		},
	};
}
