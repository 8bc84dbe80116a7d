import type { SqlRow, SqlValue } from '../SqlScript';
import type { MergedRows } from './mergeRows';
import type { MovedTableName } from './movedTables';
import type { MovedPage } from './readPage';

/** Gives and takes a whole store, row by row. */
export interface MovableRows {
	/**
	 * Reads one page of a table, in the order of its keys.
	 *
	 * @param after - `next` of the page before; undefined for the first page
	 */
	readRows(table: MovedTableName, after: SqlValue[] | undefined): Promise<MovedPage>;

	/** Adds rows of another store in one transaction; see `mergeRows`. */
	mergeRows(table: MovedTableName, rows: SqlRow[]): Promise<MergedRows>;
}
