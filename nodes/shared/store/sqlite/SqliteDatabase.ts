import { statSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

import { SessionStoreError } from '../SessionStoreError';
import type { SqlDatabase } from '../SqlDatabase';
import type { SqlQuery, SqlRow, SqlScript, SqlValue } from '../SqlScript';
import { copyToNewFile } from './copyToNewFile';
import { createSqliteFile } from './createSqliteFile';
import { isLocked } from './isLocked';
import { LockQueue } from './LockQueue';
import { migrateSqlite, requireOwnFile, type SqliteFile } from './migrateSqlite';
import { SQLITE_STATEMENTS } from './sqliteStatements';
import { toSqliteStoreError } from './toSqliteStoreError';

/** Where the embedded store lies, and how patient it is. */
export interface SqliteOptions {
	/** Absolute path of the database file; it and its folder are created when missing. */
	path: string;
	/** How long to wait in all for another process that is writing, in milliseconds; 5,000 by default. */
	busyTimeoutMs?: number;
	/** Called once, when the database is closed. */
	onClose?: () => void;
}

/** How much of the file is mapped into memory at the most. */
const MAPPED_BYTES = 1_073_741_824;

/** How long SQLite itself waits for another process. It keeps the thread meanwhile, and with it all of n8n. */
const LONGEST_BLOCK_MS = 100;

// In one step, from one snapshot: in several it would begin anew with everything that is written meanwhile.
const WHOLE_FILE = 2 ** 31 - 1;

/**
 * One SQLite file, shared by all workflows of a process and by other processes on the same host.
 *
 * A script runs from its first statement to its last without giving the thread away, so that no two transactions of one
 * process ever meet. While another process holds the file, the whole script is repeated a little later; see `LockQueue`.
 */
export class SqliteDatabase implements SqlDatabase {
	private connection: DatabaseSync | undefined;
	private readonly statements = new Map<string, StatementSync>();
	private readonly queue: LockQueue;
	private readonly patienceMs: number;
	private fileIdentity: string | undefined;
	private isClosed = false;

	/**
	 * Opens the file; one that another process holds at this moment is opened at the first use.
	 *
	 * @throws {SessionStoreError} when the file cannot be opened, is none of ours, or has a newer schema
	 */
	constructor(private readonly options: SqliteOptions) {
		this.patienceMs = options.busyTimeoutMs ?? 5_000;
		this.queue = new LockQueue(this.patienceMs);
		this.connectUnlessLocked();
	}

	async read<Result>(script: () => SqlScript<Result>): Promise<Result> {
		return await this.queue.run(() => {
			this.ensureOpen();
			return this.run(script());
		});
	}

	async write<Result>(script: () => SqlScript<Result>): Promise<Result> {
		return await this.queue.run(() => {
			this.ensureOpen();
			return this.inTransaction(() => this.run(script()));
		});
	}

	isOutage(error: unknown): boolean {
		return isLocked(error);
	}

	/** From a connection of its own, and off the thread: nothing waits for it, and what is written meanwhile is not in it. */
	async backUp(path: string): Promise<number> {
		await this.queue.run(() => this.ensureOpen());
		const { DatabaseSync: Database, backup } = loadSqlite();
		const source = attempt(this.options.path, () => new Database(this.options.path, { readOnly: true }));
		try {
			return await copyToNewFile(path, async (partPath) => void (await backup(source, partPath, { rate: WHOLE_FILE })));
		} finally {
			source.close();
		}
	}

	async close(): Promise<void> {
		if (this.isClosed) return;
		this.isClosed = true;
		this.disconnect();
		this.options.onClose?.();
	}

	private run<Result>(script: SqlScript<Result>): Result {
		let step = script.next();
		while (!step.done) step = script.next(this.query(step.value));
		return step.value;
	}

	private query({ statement, parameters }: SqlQuery): SqlRow[] {
		const sql = SQLITE_STATEMENTS[statement];
		return sql === '' ? [] : this.runPrepared(sql, parameters);
	}

	private runPrepared(sql: string, parameters: SqlValue[]): SqlRow[] {
		return this.attempt((connection) => {
			const prepared = this.statements.get(sql) ?? connection.prepare(sql);
			this.statements.set(sql, prepared);
			return prepared.all(...parameters);
		});
	}

	private inTransaction<Result>(work: () => Result): Result {
		// IMMEDIATE: a transaction that read first and wrote later could be refused half-way through.
		this.runPrepared('BEGIN IMMEDIATE', []);
		let isCommitted = false;
		try {
			const result = work();
			this.runPrepared('COMMIT', []);
			isCommitted = true;
			return result;
		} finally {
			if (!isCommitted) this.rollBack();
		}
	}

	private rollBack(): void {
		try {
			this.connection?.exec('ROLLBACK');
		} catch {
			// A full disk, for one, has ended the transaction already. The first error is the one that counts.
		}
	}

	private execute(sql: string): void {
		this.attempt((connection) => connection.exec(sql));
	}

	private attempt<Result>(work: (connection: DatabaseSync) => Result): Result {
		const { connection } = this;
		if (!connection) throw new SessionStoreError(`The session store ${this.options.path} is not open.`);
		return attempt(this.options.path, () => work(connection));
	}

	/**
	 * Notices that the file was taken away: everything written from then on would be lost with the process.
	 *
	 * A deleted file is begun anew, as at a start. A replaced one is refused: closing the old file would delete the new
	 * one's `-wal` by its name.
	 */
	private ensureOpen(): void {
		const { path } = this.options;
		if (this.isClosed) throw new SessionStoreError(`The session store ${path} was closed.`);
		const identity = this.connection && identify(path);
		if (identity !== undefined && identity === this.fileIdentity) return;
		if (identity !== undefined) {
			throw new SessionStoreError(`The session store ${path} was replaced by another file while n8n was using it.`, {
				advice: 'Restart n8n. To restore a backup, stop n8n first.',
			});
		}
		this.disconnect();
		this.connect();
	}

	private connectUnlessLocked(): void {
		let failure: unknown;
		try {
			this.connect();
		} catch (error) {
			failure = error;
		}
		if (failure !== undefined && !isLocked(failure)) throw failure;
	}

	private connect(): void {
		const { path } = this.options;
		const { DatabaseSync: Database } = loadSqlite();
		const blockMs = Math.min(this.patienceMs, LONGEST_BLOCK_MS);
		createSqliteFile(path);
		let isReady = false;
		try {
			this.connection = attempt(path, () => new Database(path));
			this.execute(`PRAGMA busy_timeout = ${Math.trunc(blockMs)}; PRAGMA foreign_keys = ON`);
			requireOwnFile(this.toFile());
			// WAL: readers never wait. With it, NORMAL loses nothing when the process is killed, because what was committed
			// is in the file system's hands; only a power failure can cost the last moments, and never the file's health.
			// A long copy lets the log grow; afterwards it is cut to this many bytes again.
			this.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216');
			// Address space, not memory. Of many people most are on pages of their own, and a system call for each page costs more than finding them.
			this.execute(`PRAGMA mmap_size = ${MAPPED_BYTES}`);
			this.inTransaction(() => migrateSqlite(this.toFile()));
			this.fileIdentity = identify(path);
			isReady = true;
		} finally {
			if (!isReady) this.disconnect();
		}
	}

	private disconnect(): void {
		this.statements.clear();
		this.connection?.close();
		this.connection = undefined;
	}

	private toFile(): SqliteFile {
		return {
			path: this.options.path,
			execute: (sql) => this.execute(sql),
			all: (sql) => this.attempt((connection) => connection.prepare(sql).all()) as SqlRow[],
		};
	}
}

function loadSqlite(): typeof import('node:sqlite') {
	const sqlite = process.getBuiltinModule?.('node:sqlite');
	if (sqlite) return sqlite;
	throw new SessionStoreError(`The embedded session store needs Node.js 22.13 or newer; this is ${process.version}.`, {
		advice: 'Update Node.js, or use Postgres as the session store.',
	});
}

/** Tells one file from another under the same path; undefined when there is none. */
function identify(path: string): string | undefined {
	const stats = attempt(path, () => statSync(path, { bigint: true, throwIfNoEntry: false }));
	return stats && `${stats.dev}:${stats.ino}`;
}

function attempt<Result>(path: string, work: () => Result): Result {
	let failure: unknown;
	try {
		return work();
	} catch (error) {
		failure = error;
	}
	throw toSqliteStoreError(failure, path);
}
