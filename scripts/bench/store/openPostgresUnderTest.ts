import { openPostgresDatabase } from './openPostgresDatabase.ts';
import { CONSENT_SQL, sessionsSql } from './samplePerson.ts';
import type { StoreUnderTest } from './StoreUnderTest.ts';

/** Opens a store in Postgres. @param url - of a database without one */
export async function openPostgresUnderTest(url: string): Promise<StoreUnderTest> {
	const database = await openPostgresDatabase(url);
	return {
		...database,
		async grow(from, to) {
			await database.send(sessionsSql(`generate_series(${from}::bigint, ${to - 1}) AS series (n)`, Date.now()));
			await database.send('TRUNCATE consent_entries');
			await database.send(CONSENT_SQL);
			await database.settle();
		},
		async sizeOfSessions() {
			const [row] = await database.send("SELECT pg_total_relation_size('sessions') AS size");
			return Number(row?.size);
		},
	};
}
