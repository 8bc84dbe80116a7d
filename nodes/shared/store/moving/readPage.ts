import { query } from '../query';
import type { SqlRow, SqlScript, SqlValue } from '../SqlScript';
import { MOVED_TABLES, type MovedTable, type MovedTableName } from './movedTables';

/** Rows of a table in the order of their keys, and where the next ones begin. */
export interface MovedPage {
	rows: SqlRow[];
	/** Undefined after the last page. */
	next?: SqlValue[];
}

const PAGE_SIZE = 500;
const BEFORE_ALL = { text: '', bigint: Number.MIN_SAFE_INTEGER, boolean: 0 };

/** Reads one page of a table. What is written meanwhile before that place is seen by the next reading alone. */
export function* readPage(name: MovedTableName, after: SqlValue[] | undefined): SqlScript<MovedPage> {
	const { key }: MovedTable = MOVED_TABLES[name];
	const rows = yield* query(`page ${name}`, ...(after ?? key.map(([, type]) => BEFORE_ALL[type])), PAGE_SIZE);
	const last = rows.at(-1);
	if (rows.length < PAGE_SIZE || !last) return { rows };
	return { rows, next: key.map(([expression]) => valueOf(last, expression)) };
}

function valueOf(row: SqlRow, expression: string): SqlValue {
	const column = /^coalesce\((\w+), ''\)$/.exec(expression)?.[1] ?? expression;
	const value = row[column];
	return typeof value === 'number' ? value : String(value ?? '');
}
