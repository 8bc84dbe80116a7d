import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { withoutTrailing } from '../../domain/withoutTrailing';
import { SessionStoreError } from '../SessionStoreError';
import { toSqliteStoreError } from './toSqliteStoreError';

/**
 * Creates an empty database file, and its folder, where there is none: it holds phone numbers, so only its owner may
 * read it (0600, folder 0700). The `-wal` and `-shm` files get the same rights from SQLite.
 *
 * @throws {SessionStoreError} when the path is a folder, or the file cannot be created
 */
export function createSqliteFile(path: string): void {
	if (isFolder(path)) {
		throw new SessionStoreError(`The session store ${path} is a folder, not a file.`, {
			advice: `Give the path of a file, for example ${withoutTrailing(path, /[/\\]/)}/sessions.sqlite.`,
		});
	}
	const failure = tryToCreate(path);
	if (failure) throw toSqliteStoreError(failure, path);
}

function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

function tryToCreate(path: string): unknown {
	try {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		// 'wx' never opens a file that is there by now: closing it again would drop the locks this process holds on it.
		closeSync(openSync(path, 'wx', 0o600));
		return undefined;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EEXIST' ? undefined : error;
	}
}
