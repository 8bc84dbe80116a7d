import type { SqlRow, SqlValue } from '../SqlScript';
import { isInUse, isOver } from './isInUse';
import type { MovableRows } from './MovableRows';
import { MOVED_TABLES, type MovedTableName } from './movedTables';

/** What became of one table. */
export interface MovedTableReport {
	name: MovedTableName;
	/** Rows that were read. */
	rows: number;
	/** Of how many the target holds something else now than before: 0 when it was up to date. */
	changed: number;
	/** How many are not in the target after all. */
	missing: number;
	/** How many were left where they are because somebody is at work on them there; see {@link isInUse}. */
	waiting: number;
}

/** When and how long a store is moved. */
export interface MoveOptions {
	/** Now; epoch milliseconds, UTC. */
	atMs: number;
	/** Stops it between two pages. */
	signal?: AbortSignal;
}

/**
 * Adds all that is in one store to another one, in small transactions, while both are used. Each row is looked up in the target again after
 * it was written. It may be stopped anywhere and done again: then only what is new is written.
 *
 * @param signal - stops it between two pages
 * @throws {SessionStoreError} when one of the two cannot be read or written
 */
export async function moveStore(source: MovableRows, target: MovableRows, { atMs, signal }: MoveOptions): Promise<MovedTableReport[]> {
	const reports: MovedTableReport[] = [];
	for (const name of Object.keys(MOVED_TABLES) as MovedTableName[]) {
		const report = { name, rows: 0, changed: 0, missing: 0, waiting: 0 };
		let after: SqlValue[] | undefined;
		do {
			signal?.throwIfAborted();
			const page = await source.readRows(name, after);
			const isLeft = (row: SqlRow) => isInUse(name, row, atMs);
			// Also without a row: a target that cannot be written is noticed even where there is nothing to move.
			const merged = await target.mergeRows(name, page.rows.filter((row) => !isLeft(row) && !isOver(name, row, atMs)));
			report.rows += page.rows.length;
			report.changed += merged.changed;
			report.missing += merged.missing;
			report.waiting += page.rows.filter(isLeft).length;
			after = page.next;
		} while (after);
		reports.push(report);
	}
	return reports;
}
