import type { Store } from '../../../nodes/shared/store/Store.ts';

/** Which databases a store of the pack may lie in. */
export type DatabaseName = 'sqlite' | 'postgres';

/** A store of the pack, and a way past it, because a million webhooks would take longer than the measurement. */
export interface BenchDatabase {
	name: DatabaseName;
	/** The pack's own store over it. */
	store: Store;
	/** Sends statements of the database's own, without the pack; with parameters it is a single one. Gives the rows of the last one. */
	send(sql: string, parameters?: unknown[]): Promise<Array<Record<string, unknown>>>;
	/** Tidies up what was filled in, as the database does by itself in time. */
	settle(): Promise<void>;
	close(): Promise<void>;
}
