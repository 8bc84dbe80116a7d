import { SessionStoreError } from '../SessionStoreError';
import type { SqlRow } from '../SqlScript';
import { SQLITE_MIGRATIONS } from './sqliteMigrations';

/** What is asked of a connection; the driver is known to `SqliteDatabase` alone. */
export interface SqliteFile {
	/** Absolute path, for messages. */
	path: string;
	execute(sql: string): void;
	all(sql: string): SqlRow[];
}

// Marks our files ("WASs"), so that a path to somebody else's database is refused instead of filled with our tables.
const APPLICATION_ID = 0x57415373;

/**
 * Gives the schema version of a file: 0 of an empty one.
 *
 * @throws {SessionStoreError} when the file is a database of another program, or its schema is newer than the code; neither is touched
 */
export function requireOwnFile(file: SqliteFile): number {
	const { path } = file;
	const version = readNumber(file, 'user_version');
	if (readNumber(file, 'application_id') !== APPLICATION_ID) {
		if (version === 0 && file.all('SELECT name FROM sqlite_schema LIMIT 1').length === 0) return 0;
		throw new SessionStoreError(`${path} is a database of another program, so it was not touched.`, {
			advice: 'Choose a path of its own for the session store.',
		});
	}
	const known = SQLITE_MIGRATIONS.length;
	if (version <= known) return version;
	throw new SessionStoreError(`The session store ${path} was written by a newer version of this package.`, {
		advice: `Update n8n-nodes-whatsapp-session: the file has schema ${version}, this version knows ${known}.`,
	});
}

/** Creates the tables, or brings them up to date; to be called within one transaction. */
export function migrateSqlite(file: SqliteFile): void {
	for (const migration of SQLITE_MIGRATIONS.slice(requireOwnFile(file))) file.execute(migration);
	// Also when nothing was pending: a file that cannot be written is noticed here, not at the first message.
	file.execute(`PRAGMA user_version = ${SQLITE_MIGRATIONS.length}; PRAGMA application_id = ${APPLICATION_ID}`);
}

function readNumber(file: SqliteFile, pragma: string): number {
	return Number(file.all(`PRAGMA ${pragma}`)[0]?.[pragma]);
}
