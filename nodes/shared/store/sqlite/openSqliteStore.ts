import { SqlStore } from '../SqlStore';
import type { Store } from '../Store';
import { SqliteDatabase } from './SqliteDatabase';
import type { SqliteOptions } from './SqliteDatabase';

/**
 * Opens the embedded store: one SQLite file, no server, no set-up.
 *
 * @throws {SessionStoreError} when the file cannot be opened, is none of ours, or has a newer schema
 */
export function openSqliteStore(options: SqliteOptions): Store {
	return new SqlStore(new SqliteDatabase(options));
}
