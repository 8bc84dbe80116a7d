import type { Pool, PoolClient } from 'pg';

import { SessionStoreError } from '../SessionStoreError';
import type { SqlDatabase } from '../SqlDatabase';
import type { SqlQuery, SqlRow, SqlScript } from '../SqlScript';
import type { StoreStatements } from '../StoreStatements';
import { describePostgresUrl } from './describePostgresUrl';
import { postgresMigrations } from './postgresMigrations';
import { postgresStatements } from './postgresStatements';
import { toPostgresStoreError } from './toPostgresStoreError';

/** Which database, and where in it. */
export interface PostgresOptions {
	/** `postgresql://user:password@host:port/database`; never shown in an error. */
	url: string;
	/** Postgres schema that holds the tables, created when missing; `whatsapp_session` by default. */
	schema?: string;
	/** Called once, when the database is closed. */
	onClose?: () => void;
}

const DEFAULT_SCHEMA = 'whatsapp_session';
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECTIONS = 5;
const MAX_ATTEMPTS = 5;
const INT8 = 20;

// Two transactions met: serialization failure, deadlock, or both added the same session. The one that is repeated sees
// what the other one did.
const CONFLICTS = new Set(['40001', '40P01', '23505']);

/** One Postgres database, shared by all n8n processes that name it. */
export class PostgresDatabase implements SqlDatabase {
	private readonly where: string;
	private readonly schema: string;
	private readonly statements: StoreStatements;
	private opening: Promise<Pool> | undefined;
	private isClosed = false;

	/** Connects at the first use, not here. @throws {SessionStoreError} when the URL is none */
	constructor(private readonly options: PostgresOptions) {
		this.where = describePostgresUrl(options.url);
		this.schema = `"${(options.schema ?? DEFAULT_SCHEMA).replaceAll('"', '""')}"`;
		this.statements = postgresStatements(this.schema);
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
		// Not as a setting of the connection: poolers such as PgBouncer refuse those.
		await this.send(client, `BEGIN; SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
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
		const answer = await client.query<SqlRow>(sql, parameters).catch((error: unknown) => this.fail(error));
		return answer.rows;
	}

	private async withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
		if (this.isClosed) throw new SessionStoreError(`The session store in Postgres (${this.where}) was closed.`);
		const pool = await (this.opening ??= this.tryToOpen());
		const client = await pool.connect().catch((error: unknown) => this.fail(error));
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

	private fail(error: unknown): Promise<never> {
		return Promise.reject(toPostgresStoreError(error, this.where));
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
			connectionString: this.options.url,
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
		const migrations = postgresMigrations(this.schema);
		const client = await pool.connect();
		try {
			if ((await this.findVersion(client)) === migrations.length) return;
			await client.query('BEGIN');
			await client.query(`SELECT pg_advisory_xact_lock(hashtext('whatsapp-session'), hashtext($1))`, [this.schema]);
			const version = await this.findVersion(client);
			if (version === 0) await this.createSchema(client);
			for (const migration of migrations.slice(version)) await client.query(migration);
			await client.query(`UPDATE ${this.schema}.schema_version SET version = $1`, [migrations.length]);
			await client.query('COMMIT');
		} finally {
			client.release(true);
		}
	}

	/** Gives the schema version, 0 where there is nothing yet. @throws {SessionStoreError} when it is newer than the code */
	private async findVersion(client: PoolClient): Promise<number> {
		// Not to_regclass: it may answer from a cache that has not yet heard of what another transaction has just created.
		const found = await client.query('SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = $2', [
			this.options.schema ?? DEFAULT_SCHEMA,
			'schema_version',
		]);
		if (found.rowCount === 0) return 0;
		const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${this.schema}.schema_version`);
		const version = rows[0]?.version ?? 0;
		const known = postgresMigrations(this.schema).length;
		if (version <= known) return version;
		throw new SessionStoreError(
			`The session store in Postgres (${this.where}) was written by a newer version of this package.`,
			{ advice: `Update n8n-nodes-whatsapp-session everywhere: the schema is ${version}, this version knows ${known}.` },
		);
	}

	private async requireEmpty(client: PoolClient, name: string): Promise<void> {
		const { rowCount } = await client.query('SELECT FROM pg_tables WHERE schemaname = $1 LIMIT 1', [name]);
		if (rowCount === 0) return;
		throw new SessionStoreError(`The schema ${name} in Postgres (${this.where}) holds tables of another program, so it was not touched.`, {
			advice: 'Give the address of another database, or move those tables out of this schema.',
		});
	}

	private async createSchema(client: PoolClient): Promise<void> {
		// IF NOT EXISTS alone would ask for the right to create schemas even where an administrator has created this one.
		const name = this.options.schema ?? DEFAULT_SCHEMA;
		const found = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [name]);
		if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${this.schema}`);
		else await this.requireEmpty(client, name);
		await client.query(`CREATE TABLE ${this.schema}.schema_version (version integer NOT NULL)`);
		await client.query(`INSERT INTO ${this.schema}.schema_version VALUES (0)`);
	}
}

function isConflict(error: unknown): boolean {
	const cause = error instanceof SessionStoreError ? (error.cause as { code?: string } | undefined) : undefined;
	return CONFLICTS.has(cause?.code ?? '');
}
