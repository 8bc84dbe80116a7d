import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Bench, BenchStage } from './Bench.ts';
import { fillPostgres, fillSqlite } from './closing/fillClosings.ts';
import { measureTicks, type TickFigures } from './closing/measureTicks.ts';
import { formatTable } from './formatTable.ts';
import { countStatements } from './store/countStatements.ts';
import { openPackStore } from './store/openPackStore.ts';
import { openPostgres } from './store/openPostgres.ts';

const SIZES = { sessions: 1_000_000, due: 5_000, rung: 80_000 };

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
	const countQueries = countStatements();
	const path = join(folder, 'sessions.sqlite');
	say('Filling SQLite with 1,000,000 sessions');
	await openPackStore({ kind: 'embedded', path }).close();
	fillSqlite(path, SIZES, nowMs);
	const busyDueMs = findBusyDueMs(path);
	const embedded = openPackStore({ kind: 'embedded', path });
	const sqlite = await measureTicks(embedded, nowMs, SIZES.rung, busyDueMs, countQueries);
	await embedded.close();

	say('Filling Postgres with 1,000,000 sessions');
	const url = await openPostgres(folder, atEnd);
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
