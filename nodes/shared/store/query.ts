import type { SqlQuery, SqlRow, SqlValue } from './SqlScript';
import type { StoreStatements } from './StoreStatements';

/**
 * Runs one statement from inside a script: `const rows = yield* query<Row>('findSends', names)`.
 *
 * @typeParam Row - the columns that the statement answers with; {@link StoreStatements} lists them
 * @param parameters - text and numbers as they are; a list becomes JSON
 */
export function* query<Row extends object = SqlRow>(
	statement: keyof StoreStatements,
	...parameters: Array<SqlValue | readonly unknown[]>
): Generator<SqlQuery, Row[], SqlRow[]> {
	const values = parameters.map((value) => (isList(value) ? JSON.stringify(value) : value));
	return (yield { statement, parameters: values }) as Row[];
}

function isList(value: SqlValue | readonly unknown[]): value is readonly unknown[] {
	return Array.isArray(value);
}
