import { randomBytes } from 'node:crypto';
import { closeSync, constants, linkSync, openSync, rmSync, statSync } from 'node:fs';

import { SessionStoreError } from '../SessionStoreError';

const PROBLEMS: Record<string, [problem: string, advice: string]> = {
	EEXIST: ['exists already, and was left as it is', 'Give a new name each time, for example with {{ $now.toFormat("yyyy-MM-dd-HHmmss") }} in it.'],
	ENOENT: ['lies in a folder that does not exist', 'Create the folder first, or choose another one.'],
	ENOTDIR: ['lies in something that is no folder', 'Choose another folder.'],
	EACCES: ['lies where n8n may not write', 'Give the user that n8n runs as the right to write there, or choose another folder.'],
	EPERM: ['lies where n8n may not write', 'Give the user that n8n runs as the right to write there, or choose another folder.'],
	EROFS: ['lies on a disk that cannot be written', 'Choose another folder.'],
	ENOSPC: ['does not fit on the disk', 'Free some space, or choose another folder.'],
};

/**
 * Lets a file be written under another name first, so that under its own there is a whole one or none, even if the process dies. Only its
 * owner may read it (0600).
 *
 * @param path - absolute; there must be no such file
 * @param write - fills the file that it is given
 * @returns bytes of the file
 * @throws {SessionStoreError} when there is such a file, or it cannot be written
 */
export async function copyToNewFile(path: string, write: (partPath: string) => Promise<void>): Promise<number> {
	const partPath = `${path}.${randomBytes(6).toString('hex')}.part`;
	let failure: unknown;
	try {
		if (statSync(path, { throwIfNoEntry: false })) throw Object.assign(new Error('The file exists.'), { code: 'EEXIST' });
		closeSync(openSync(partPath, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600));
		await write(partPath);
		// Not renamed: that would replace a file that somebody has put there meanwhile.
		linkSync(partPath, path);
		return statSync(path).size;
	} catch (error) {
		failure = error;
	} finally {
		for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${partPath}${ending}`, { force: true });
	}
	throw toBackUpError(failure, path);
}

function toBackUpError(failure: unknown, path: string): SessionStoreError {
	const { code = '', errcode } = failure as { code?: string; errcode?: number };
	const sqliteFull = 13;
	const [problem, advice] = PROBLEMS[errcode === sqliteFull ? 'ENOSPC' : code] ?? ['cannot be written', 'See the cause for what the system reports.'];
	return new SessionStoreError(`The copy ${path} ${problem}.`, { advice, cause: failure });
}
