import { DatabaseSync } from 'node:sqlite';
import type { BenchDatabase } from './BenchDatabase.ts';
import { openPackStore } from './openPackStore.ts';

/** Opens an embedded store. @param path - of a file that is not there yet */
export function openSqliteDatabase(path: string): BenchDatabase {
	const store = openPackStore({ kind: 'embedded', path });
	const database = new DatabaseSync(path);
	// Nothing that is filled in here has to outlive a power cut.
	database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
	return {
		name: 'sqlite',
		store,
		async send(sql, parameters) {
			if (parameters) return database.prepare(sql).all(...(parameters as string[]));
			database.exec(sql);
			return [];
		},
		async settle() {
			database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		},
		async close() {
			database.close();
			await store.close();
		},
	};
}
