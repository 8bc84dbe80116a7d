import { join } from 'node:path';
import type { BenchStage } from '../Bench.ts';
import type { BenchDatabase, DatabaseName } from './BenchDatabase.ts';
import { openPostgres } from './openPostgres.ts';
import { openPostgresDatabase } from './openPostgresDatabase.ts';
import { openSqliteDatabase } from './openSqliteDatabase.ts';
import { readDatabases } from './readDatabases.ts';

/** Measures in an empty store of each kind, one after the other; with `--only=` in one alone. */
export async function measureDatabases<Figures>(
	{ folder, options, atEnd, signal }: BenchStage,
	measure: (database: BenchDatabase) => Promise<Figures>,
): Promise<Partial<Record<DatabaseName, Figures>>> {
	const openings: Record<DatabaseName, () => Promise<BenchDatabase>> = {
		sqlite: async () => openSqliteDatabase(join(folder, 'sessions.sqlite')),
		postgres: async () => await openPostgresDatabase(await openPostgres(folder, atEnd)),
	};
	const figures: Partial<Record<DatabaseName, Figures>> = {};
	for (const name of readDatabases(options)) {
		signal.throwIfAborted();
		const database = await openings[name]();
		atEnd(async () => await database.close());
		figures[name] = await measure(database);
	}
	return figures;
}
