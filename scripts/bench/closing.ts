import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Store } from '../../nodes/shared/store/Store.ts';
import type { StoreConfig } from '../../nodes/shared/store/StoreConfig.ts';
import { projectFolder } from '../n8n/projectFolder.ts';
import { startDatabase } from '../n8n/startDatabase.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { fillPostgres, fillSqlite } from './closing/fillClosings.ts';
import { measureTicks, type TickFigures } from './closing/measureTicks.ts';
import { formatTable } from './formatTable.ts';

const SIZES = { sessions: 1_000_000, due: 5_000, rung: 80_000 };
const require = createRequire(import.meta.url);

function openPackStore(config: StoreConfig): Store {
	const path = join(projectFolder(), 'dist', 'nodes', 'shared', 'store', 'openStore.js');
	return (require(path) as { openStore: (config: StoreConfig) => Store }).openStore(config);
}

/** Counts the statements that this process sends to either database. */
function watchQueries(): () => number {
	let count = 0;
	const { Client } = require('pg') as { Client: { prototype: { query: (...given: unknown[]) => unknown } } };
	for (const [prototype, method] of [
		[StatementSync.prototype, 'all'],
		[Client.prototype, 'query'],
	] as Array<[Record<string, (...given: unknown[]) => unknown>, string]>) {
		const original = prototype[method]!;
		prototype[method] = function (...given: unknown[]) {
			count += 1;
			return original.apply(this, given);
		};
	}
	return () => count;
}

/** When the last of the windows was opened for which the busy alarm has rung. */
function findBusyDueMs(path: string): number {
	const database = new DatabaseSync(path, { readOnly: true });
	const row = database.prepare("SELECT max(last_inbound_at_ms) AS due FROM closing_alarms WHERE alarm = 'busy'").get();
	database.close();
	// Others may have written in that very millisecond.
	return Number(row?.due) - 1;
}

async function measureStores({ folder, say, atEnd }: BenchStage): Promise<Record<'sqlite' | 'postgres', TickFigures>> {
	const nowMs = Date.now();
	const countQueries = watchQueries();
	const path = join(folder, 'sessions.sqlite');
	say('Filling SQLite with 1,000,000 sessions');
	await openPackStore({ kind: 'embedded', path }).close();
	fillSqlite(path, SIZES, nowMs);
	const busyDueMs = findBusyDueMs(path);
	const embedded = openPackStore({ kind: 'embedded', path });
	const sqlite = await measureTicks(embedded, nowMs, SIZES.rung, busyDueMs, countQueries);
	await embedded.close();

	say('Filling Postgres with 1,000,000 sessions');
	const { env, stop } = await startDatabase(folder);
	atEnd(stop);
	const url = `postgresql://${env.DB_POSTGRESDB_USER}:${env.DB_POSTGRESDB_PASSWORD}@127.0.0.1:${env.DB_POSTGRESDB_PORT}/n8n`;
	const store = openPackStore({ kind: 'postgres', url });
	atEnd(async () => await store.close());
	await store.findSessions([{ phoneNumberId: '1', user: { waId: '1' } }]);
	await fillPostgres(url, SIZES, nowMs);
	return { sqlite, postgres: await measureTicks(store, nowMs, SIZES.rung, busyDueMs, countQueries) };
}

function show(figures: Record<string, TickFigures>): void {
	const rows = Object.entries(figures).map(([store, { due, quiet, quietAmongRung }]) => [
		store,
		due.windows.toLocaleString('en-US'),
		String(due.twice),
		due.ms.toFixed(0),
		String(due.batches),
		String(due.queries),
		(due.heapBytes / 1_000_000).toFixed(1),
		quiet.ms.toFixed(1),
		String(quiet.queries),
		quietAmongRung.ms.toFixed(1),
	]);
	const head = ['Store', 'told', 'twice', 'ms', 'batches', 'queries', 'heap MB', 'quiet ms', 'queries', `quiet ms, ${SIZES.rung.toLocaleString('en-US')} rung`];
	console.log(`\n  One look for closing windows among 1,000,000 sessions\n\n${formatTable([head, ...rows])}\n`);
}

/** What a look of the Window Closing Trigger costs the store. */
export const closing: Bench = {
	summary: 'a look of the Window Closing Trigger over 1,000,000 sessions, 5,000 of them due',
	async run(stage) {
		const figures = await measureStores(stage);
		show(figures);
		return figures;
	},
};
