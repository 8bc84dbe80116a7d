import { createRequire } from 'node:module';
import type { Client as PgClient } from 'pg';
import type { BenchDatabase } from './BenchDatabase.ts';
import { openPackStore } from './openPackStore.ts';

/** Opens a store in Postgres. @param url - of a database without one */
export async function openPostgresDatabase(url: string): Promise<BenchDatabase> {
	const store = openPackStore({ kind: 'postgres', url });
	// The tables are made at the first use.
	await store.findSessions([]);
	const { Client } = createRequire(import.meta.url)('pg') as { Client: new (config: { connectionString: string }) => PgClient };
	const client = new Client({ connectionString: url });
	await client.connect();
	await client.query('SET search_path TO whatsapp_session; SET synchronous_commit TO off');
	return {
		name: 'postgres',
		store,
		async send(sql, parameters) {
			const answer = await client.query<Record<string, unknown>>(sql, parameters);
			return answer.rows ?? [];
		},
		async settle() {
			await client.query('VACUUM ANALYZE');
		},
		async close() {
			await client.end();
			await store.close();
		},
	};
}
