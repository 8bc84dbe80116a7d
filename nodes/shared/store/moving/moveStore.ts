import type { SqlValue } from '../SqlScript';
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
}

/**
 * Adds all that is in one store to another one, in small transactions, while both are used. Each row is looked up in the target again after
 * it was written. It may be stopped anywhere and done again: then only what is new is written.
 *
 * @param signal - stops it between two pages
 * @throws {SessionStoreError} when one of the two cannot be read or written
 */
export async function moveStore(source: MovableRows, target: MovableRows, signal?: AbortSignal): Promise<MovedTableReport[]> {
	const reports: MovedTableReport[] = [];
	for (const name of Object.keys(MOVED_TABLES) as MovedTableName[]) {
		const report = { name, rows: 0, changed: 0, missing: 0 };
		let after: SqlValue[] | undefined;
		do {
			signal?.throwIfAborted();
			const page = await source.readRows(name, after);
			// Also without a row: a target that cannot be written is noticed even where there is nothing to move.
			const merged = await target.mergeRows(name, page.rows);
			report.rows += page.rows.length;
			report.changed += merged.changed;
			report.missing += merged.missing;
			after = page.next;
		} while (after);
		reports.push(report);
	}
	return reports;
}
