import { SqlStore } from '../SqlStore';
import type { Store } from '../Store';
import { PostgresDatabase } from './PostgresDatabase';
import type { PostgresOptions } from './PostgresDatabase';

/**
 * Opens the store that several n8n processes and machines share. It connects, and creates its tables, at the first use.
 *
 * @throws {SessionStoreError} when the URL is none
 */
export function openPostgresStore(options: PostgresOptions): Store {
	return new SqlStore(new PostgresDatabase(options));
}
