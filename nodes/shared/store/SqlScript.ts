import type { StoreStatements } from './StoreStatements';

/** What a statement takes: text (JSON where it takes a list), a number, or nothing. */
export type SqlValue = string | number | null;

/** A statement to run now, by name; each database has its own wording. */
export interface SqlQuery {
	statement: keyof StoreStatements;
	parameters: SqlValue[];
}

/** One row of an answer, by column name. */
export type SqlRow = Record<string, unknown>;

/**
 * A piece of work on the database: yields one query after another, is handed the rows of each, and returns its result.
 *
 * A script neither waits nor connects. So one and the same script runs in SQLite, without ever letting go of the
 * thread while it holds the write lock, and in Postgres, where every query is waited for.
 */
export type SqlScript<Result> = Generator<SqlQuery, Result, SqlRow[]>;
