import { Client } from 'pg';

import { waitUntil } from '../../scripts/n8n/waitUntil';

/** A table that nobody can write to; it can be read. */
export interface LockedTable {
	/** Settles when somebody waits to write to it, and so can be killed between this step and the one before. */
	isWaitedFor(): Promise<void>;
	/** Lets everybody write again, those that wait first. */
	letOn(): Promise<void>;
	/** Ends the connections that wait, as those of a machine without power, and lets everybody else write again. */
	open(): Promise<void>;
}

/**
 * Locks a table, so that a process which is about to write to it gets no further.
 *
 * @param table - with its schema; it exists
 */
export async function lockTable(postgresUrl: string, table: string): Promise<LockedTable> {
	const database = new Client(postgresUrl);
	await database.connect();
	await database.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
	const waiting = async () => {
		const { rows } = await database.query<{ pid: number }>('SELECT pid FROM pg_locks WHERE NOT granted AND relation = $1::regclass', [table]);
		return rows.map(({ pid }) => pid);
	};
	const letOn = async () => {
		await database.query('COMMIT');
		await database.end();
	};
	return {
		async isWaitedFor() {
			await waitUntil(async () => (await waiting()).length > 0, { what: `somebody to write to ${table}`, timeoutMs: 60_000, everyMs: 20 });
		},
		letOn,
		async open() {
			await database.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [await waiting()]);
			await letOn();
		},
	};
}
