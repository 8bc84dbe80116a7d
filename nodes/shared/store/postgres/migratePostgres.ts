import { SessionStoreError } from '../SessionStoreError';
import { postgresMigrations } from './postgresMigrations';
import { quoteName } from './quoteName';

/** What is asked of a connection; the driver is known to `PostgresDatabase` alone. */
interface Connection {
	query(query: string | { text: string; values?: unknown[] }, values?: unknown[]): Promise<{ rows: Array<Record<string, unknown>>; rowCount: number | null }>;
}

/** Where the tables are, and how messages name the database. */
export interface PostgresPlace {
	/** Name of the Postgres schema, as it is, not quoted. */
	schema: string;
	/** `host:port/database` */
	where: string;
}

/** A table of millions of rows may get an index; the other processes wait that long as well. */
const LONGEST_MIGRATION_MS = 15 * 60_000;
/** The oldest major version that the statements were tried on. */
const OLDEST_VERSION = 12;

/**
 * Creates the tables, or brings them up to date: once, however many processes start at the same time.
 *
 * @param client - is to be closed afterwards, so that what failed half-way is rolled back
 * @throws {SessionStoreError} when the server is too old, or the schema newer than the code
 */
export async function migratePostgres(client: Connection, place: PostgresPlace): Promise<void> {
	await requireVersion(client, place);
	if ((await findVersion(client, place)) === postgresMigrations('').length) return;
	// What was set for the user or the database must not end a migration half-way, again and again.
	await client.query(`BEGIN; SET LOCAL statement_timeout = ${LONGEST_MIGRATION_MS}; SET LOCAL lock_timeout = ${LONGEST_MIGRATION_MS}`);
	await migrate(client, place);
	await client.query('COMMIT');
}

async function migrate(client: Connection, place: PostgresPlace): Promise<void> {
	const schema = quoteName(place.schema);
	const migrations = postgresMigrations(schema);
	const run = async (text: string) => await client.query(patient(text));
	// Ends with the transaction, and so works through a pooler that gives each transaction another connection.
	await client.query({ ...patient(`SELECT pg_advisory_xact_lock(hashtext('whatsapp-session'), hashtext($1))`), values: [schema] });
	const version = await findVersion(client, place);
	if (version === 0) await createSchema(client, place);
	for (const migration of migrations.slice(version)) await run(migration);
	await client.query(`UPDATE ${schema}.schema_version SET version = $1`, [migrations.length]);
}

/** The driver takes this for a single query in place of what the pool says; its types do not know it. */
function patient(text: string): { text: string } {
	return { text, query_timeout: LONGEST_MIGRATION_MS } as { text: string };
}

async function requireVersion(client: Connection, { where }: PostgresPlace): Promise<void> {
	const { rows } = await client.query('SHOW server_version');
	const version = String(rows[0]?.server_version);
	if (Number.parseInt(version, 10) >= OLDEST_VERSION) return;
	throw new SessionStoreError(`The session store in Postgres (${where}) needs Postgres ${OLDEST_VERSION} or newer; this is ${version}.`, {
		advice: 'Update the server, or use a newer one for the session store.',
	});
}

/** Gives the schema version, 0 where there is nothing yet. @throws {SessionStoreError} when it is newer than the code */
async function findVersion(client: Connection, { schema, where }: PostgresPlace): Promise<number> {
	// Not to_regclass: it may answer from a cache that has not yet heard of what another transaction has just created.
	const found = await client.query('SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = $2', [schema, 'schema_version']);
	if (found.rowCount === 0) return 0;
	const { rows } = await client.query(`SELECT version FROM ${quoteName(schema)}.schema_version`);
	const version = Number(rows[0]?.version ?? 0);
	const known = postgresMigrations('').length;
	if (version <= known) return version;
	throw new SessionStoreError(`The session store in Postgres (${where}) was written by a newer version of this package.`, {
		advice: `Update n8n-nodes-whatsapp-session everywhere: the schema is ${version}, this version knows ${known}.`,
	});
}

async function createSchema(client: Connection, place: PostgresPlace): Promise<void> {
	// IF NOT EXISTS alone would ask for the right to create schemas even where an administrator has created this one.
	const schema = quoteName(place.schema);
	const found = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [place.schema]);
	if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${schema}`);
	else await requireEmpty(client, place);
	await client.query(`CREATE TABLE ${schema}.schema_version (version integer NOT NULL)`);
	await client.query(`INSERT INTO ${schema}.schema_version VALUES (0)`);
}

async function requireEmpty(client: Connection, { schema, where }: PostgresPlace): Promise<void> {
	const { rowCount } = await client.query('SELECT FROM pg_tables WHERE schemaname = $1 LIMIT 1', [schema]);
	if (rowCount === 0) return;
	throw new SessionStoreError(`The schema ${schema} in Postgres (${where}) holds tables of another program, so it was not touched.`, {
		advice: 'Give the address of another database, or move those tables out of this schema.',
	});
}
