import { createRequire } from 'node:module';
import type { Client as PgClient } from 'pg';
import { openPackStore } from './openPackStore.ts';
import { CONSENT_SQL, samplePerson, sessionsSql } from './samplePerson.ts';
import type { StoreUnderTest } from './StoreUnderTest.ts';

/** Opens a store in Postgres. @param url - of a database without one */
export async function openPostgresUnderTest(url: string): Promise<StoreUnderTest> {
	const store = openPackStore({ kind: 'postgres', url });
	// The tables are made at the first use.
	await store.findSessions([samplePerson(0)]);
	const { Client } = createRequire(import.meta.url)('pg') as { Client: new (config: { connectionString: string }) => PgClient };
	const client = new Client({ connectionString: url });
	await client.connect();
	await client.query('SET search_path TO whatsapp_session; SET synchronous_commit TO off');
	return {
		store,
		async grow(from, to) {
			await client.query(sessionsSql(`generate_series(${from}::bigint, ${to - 1}) AS series (n)`, Date.now()));
			await client.query('TRUNCATE consent_entries');
			await client.query(CONSENT_SQL);
			await client.query('VACUUM ANALYZE sessions, consent_entries');
		},
		async sizeOfSessions() {
			const { rows } = await client.query<{ size: string }>("SELECT pg_total_relation_size('sessions') AS size");
			return Number(rows[0]?.size);
		},
		async close() {
			await client.end();
			await store.close();
		},
	};
}
