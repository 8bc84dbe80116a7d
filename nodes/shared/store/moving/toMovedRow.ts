import type { SqlRow } from '../SqlScript';
import { MOVED_TABLES, type MovedTable, type MovedTableName } from './movedTables';

/**
 * Gives a row as both databases write it: its columns in one order, numbers as numbers, yes and no as such.
 *
 * Claims of windows name the row of a session, whose number is another one in each store. There they get a number that no session has, and
 * are found by the names beside it.
 */
export function toMovedRow(name: MovedTableName, row: SqlRow): SqlRow {
	const { columns }: MovedTable = MOVED_TABLES[name];
	const moved = Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, toValue(row[column], type)]));
	return name === 'closing_alarms' ? { ...moved, session_id: -Math.abs(Number(moved.session_id)) } : moved;
}

function toValue(value: unknown, type: string): unknown {
	if (value === null || value === undefined) return null;
	if (type === 'bigint') return Number(value);
	return type === 'boolean' ? Boolean(value) : value;
}
