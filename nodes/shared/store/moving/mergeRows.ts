import type { SqlRow, SqlScript } from '../SqlScript';
import { findMoved } from './findMoved';
import { mergeInto } from './mergeInto';
import { toMovedRow } from './toMovedRow';
import type { MovedTableName } from './movedTables';

/** What became of rows that were added to a store. */
export interface MergedRows {
	/** Of how many the store has something else now than before. */
	changed: number;
	/** How many are not in it after all; of these the move has failed. */
	missing: number;
}

/**
 * Adds rows of another store to those of this one, in one transaction. What both know moves only forward, so that it does no harm to do it
 * again, in whatever order, and while both are written.
 *
 * @throws {SessionStoreError} when the rows do not go together with what is there
 */
export function* mergeRows(name: MovedTableName, rows: SqlRow[]): SqlScript<MergedRows> {
	if (rows.length === 0) return { changed: 0, missing: 0 };
	const given = rows.map((row) => toMovedRow(name, row));
	const before = yield* findMoved(name, given);
	const wanted = given.map((row) => JSON.stringify(row));
	const open = given.flatMap((row, index) => (before[index] === wanted[index] ? [] : [{ row, held: before[index] }]));
	if (open.length === 0) return { changed: 0, missing: 0 };
	yield* mergeInto(name, open.map(({ row }) => row));
	const after = yield* findMoved(name, open.map(({ row }) => row));
	return {
		changed: open.filter(({ held }, index) => after[index] !== held).length,
		missing: after.filter((held) => held === undefined).length,
	};
}
