import { SessionStoreError } from '../SessionStoreError';

const OTHER = 'See the cause for what SQLite reports, and check the disk and the rights of its folder.';

// Primary result codes of SQLite (https://sqlite.org/rescode.html); what is wrong, and what helps.
const BY_RESULT_CODE: Record<number, [problem: string, advice: string]> = {
	5: [
		'is locked by another process',
		'Close tools that have the file open. Where n8n runs in several processes, use Postgres as the session store.',
	],
	8: [
		'cannot be written',
		'Give the user that runs n8n the right to write both the file and its folder, or choose another path.',
	],
	10: [
		'cannot be read or written: the disk reports an error',
		'Check the disk. Network file systems do not work; use a local one.',
	],
	11: [
		'is damaged',
		'Move the file and its -wal file aside: an empty store is created, and every window counts as closed until the person writes again.',
	],
	13: ['cannot be written: the disk is full', 'Free some space; nothing that was recorded before is lost.'],
	14: ['cannot be opened', 'Give the user that runs n8n the right to read and write the folder, or choose another path.'],
	26: ['is not a SQLite database', 'Choose another path for the session store, or move the file aside.'],
};

const BY_SYSTEM_CODE: Record<string, [problem: string, advice: string]> = {
	EACCES: BY_RESULT_CODE[14]!,
	EPERM: BY_RESULT_CODE[14]!,
	EROFS: BY_RESULT_CODE[8]!,
	ENOSPC: BY_RESULT_CODE[13]!,
	ENOTDIR: [
		'cannot be created: a part of its path is a file, not a folder',
		'Choose another path for the session store.',
	],
};

/**
 * Says what went wrong with the embedded store, and what to do about it.
 *
 * @param error - what SQLite or the file system reported; becomes the cause
 * @param path - of the database file
 */
export function toSqliteStoreError(error: unknown, path: string): SessionStoreError {
	if (error instanceof SessionStoreError) return error;
	const { code, errcode } = (error ?? {}) as { code?: string; errcode?: number };
	const known = errcode === undefined ? BY_SYSTEM_CODE[code ?? ''] : BY_RESULT_CODE[errcode & 0xff];
	const [problem, advice] = known ?? ['cannot be used', OTHER];
	return new SessionStoreError(`The session store ${path} ${problem}.`, { advice, cause: error });
}
