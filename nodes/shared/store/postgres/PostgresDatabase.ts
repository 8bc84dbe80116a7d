import type { Pool, PoolClient } from 'pg';

import { SessionStoreError } from '../SessionStoreError';
import type { SqlDatabase } from '../SqlDatabase';
import type { SqlQuery, SqlRow, SqlScript } from '../SqlScript';
import type { StoreStatements } from '../StoreStatements';
import { describePostgres } from './describePostgres';
import { migratePostgres } from './migratePostgres';
import type { PostgresAddress } from './PostgresServer';
import { postgresStatements } from './postgresStatements';
import { POSTGRES_WORDINGS, type PostgresWording } from './PostgresWording';
import { quoteName } from './quoteName';
import { toConnectionOptions } from './toConnectionOptions';
import { toPostgresStoreError } from './toPostgresStoreError';
import { withoutRowValues } from './withoutRowValues';

/** Which database, and where in it. */
export interface PostgresOptions {
	/** `postgresql://user:password@host:port/database`, or its parts; the password is never shown in an error. */
	url: PostgresAddress;
	/** Postgres schema that holds the tables, created when missing; `whatsapp_session` by default. */
	schema?: string;
	/** Called once, when the database is closed. */
	onClose?: () => void;
}

const DEFAULT_SCHEMA = 'whatsapp_session';
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Shorter than a statement may take, so that whoever waits for somebody else is told so. */
const LOCK_TIMEOUT_MS = 20_000;
/** An n8n that stands still must not keep the others from what it has locked. */
const IDLE_TIMEOUT_MS = 60_000;
const CONNECTIONS = 5;
const MAX_ATTEMPTS = 5;
const INT8 = 20;

// Not as settings of the connection: poolers such as PgBouncer refuse those.
const BEGIN = `BEGIN; SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}; SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS};
	SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`;

// Two transactions met: serialization failure, deadlock, or both added the same session. The one that is repeated sees
// what the other one did.
const CONFLICTS = new Set(['40001', '40P01', '23505']);

// What the server says about a statement; a connection that fails has a code without digits, as EPIPE, or none.
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** One Postgres database, shared by all n8n processes that name it. */
export class PostgresDatabase implements SqlDatabase {
	private readonly where: string;
	private readonly wording: PostgresWording;
	private readonly statements: StoreStatements;
	private opening: Promise<Pool> | undefined;
	private isClosed = false;

	/** Connects at the first use, not here. @throws {SessionStoreError} when the URL is none */
	constructor(private readonly options: PostgresOptions) {
		this.where = describePostgres(options.url);
		this.wording = POSTGRES_WORDINGS[typeof options.url === 'string' ? 'url' : options.url.setIn];
		this.statements = postgresStatements(quoteName(options.schema ?? DEFAULT_SCHEMA));
	}

	read<Result>(script: () => SqlScript<Result>): Promise<Result> {
		return this.withClient((client) => this.run(client, script()));
	}

	async write<Result>(script: () => SqlScript<Result>): Promise<Result> {
		for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
			const done = await this.tryToWrite(script);
			if (done) return done.result;
		}
		return await this.withClient((client) => this.inTransaction(client, script));
	}

	isOutage(error: unknown): boolean {
		return error instanceof SessionStoreError && error.cause !== undefined && !SQL_STATE.test(codeOf(error));
	}

	backUp(): Promise<number> {
		return Promise.reject(
			new SessionStoreError(`The session store is in Postgres (${this.where}), which has its own way to be backed up.`, {
				advice: `Where the database of n8n is backed up as a whole, the store is in it. Alone: pg_dump --schema='${this.options.schema ?? DEFAULT_SCHEMA}' with the Postgres URL of the credential.`,
			}),
		);
	}

	async close(): Promise<void> {
		if (this.isClosed) return;
		this.isClosed = true;
		await this.opening?.then((pool) => pool.end()).catch(() => undefined);
		this.options.onClose?.();
	}

	/** undefined when another transaction came in between, and the script is to be run again. */
	private tryToWrite<Result>(script: () => SqlScript<Result>): Promise<{ result: Result } | undefined> {
		return this.withClient((client) => this.inTransaction(client, script)).then(
			(result) => ({ result }),
			(error: unknown) => (isConflict(error) ? undefined : Promise.reject(error)),
		);
	}

	private async inTransaction<Result>(client: PoolClient, script: () => SqlScript<Result>): Promise<Result> {
		await this.send(client, BEGIN);
		const result = await this.run(client, script());
		await this.send(client, 'COMMIT');
		return result;
	}

	private async run<Result>(client: PoolClient, script: SqlScript<Result>): Promise<Result> {
		let step = script.next();
		while (!step.done) step = script.next(await this.query(client, step.value));
		return step.value;
	}

	private query(client: PoolClient, { statement, parameters }: SqlQuery): Promise<SqlRow[]> {
		return this.send(client, this.statements[statement], parameters);
	}

	private async send(client: PoolClient, sql: string, parameters?: unknown[]): Promise<SqlRow[]> {
		const answer = await client.query<SqlRow>(sql, parameters).catch((error: unknown) => this.fail(withoutRowValues(error)));
		return answer.rows;
	}

	private async withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
		if (this.isClosed) throw new SessionStoreError(`The session store in Postgres (${this.where}) was closed.`);
		const pool = await (this.opening ??= this.tryToOpen());
		const client = await pool.connect().catch((error: unknown) => this.fail(error, true));
		let isDone = false;
		try {
			const result = await work(client);
			isDone = true;
			return result;
		} finally {
			// A connection on which something failed is closed, and Postgres rolls its transaction back.
			client.release(!isDone);
		}
	}

	private fail(error: unknown, isConnecting = false): Promise<never> {
		return Promise.reject(toPostgresStoreError(error, { where: this.where, wording: this.wording, isConnecting }));
	}

	/** What failed once, be it that the driver could not be loaded, is tried again at the next use. */
	private tryToOpen(): Promise<Pool> {
		return this.open().catch((error: unknown) => {
			this.opening = undefined;
			return this.fail(error);
		});
	}

	private async open(): Promise<Pool> {
		const { Pool: PostgresPool, types } = await import('pg');
		const pool = new PostgresPool({
			...toConnectionOptions(this.options.url),
			application_name: 'n8n-nodes-whatsapp-session',
			max: CONNECTIONS,
			connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
			query_timeout: 2 * STATEMENT_TIMEOUT_MS,
			keepAlive: true,
			// An n8n that is done must not be kept from ending by idle connections.
			allowExitOnIdle: true,
			types: {
				// Instants and row numbers are far below 2^53, so numbers hold them exactly.
				getTypeParser: (type, format) => (Number(type) === INT8 ? Number : types.getTypeParser(type, format as 'text')),
			},
		});
		// A broken connection fails at its next use; unheard, these events would end the process.
		pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
		return await this.migrate(pool).then(
			() => pool,
			async (error: unknown) => {
				await pool.end();
				throw error;
			},
		);
	}

	private async migrate(pool: Pool): Promise<void> {
		const client = await pool.connect().catch((error: unknown) => this.fail(error, true));
		try {
			await migratePostgres(client, { schema: this.options.schema ?? DEFAULT_SCHEMA, where: this.where });
		} finally {
			client.release(true);
		}
	}
}

function isConflict(error: unknown): boolean {
	return CONFLICTS.has(codeOf(error));
}

function codeOf(error: unknown): string {
	const cause = error instanceof SessionStoreError ? (error.cause as { code?: string } | undefined) : undefined;
	return cause?.code ?? '';
}
