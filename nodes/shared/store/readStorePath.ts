import { isAbsolute, join, resolve } from 'node:path';

import { SessionStoreError } from './SessionStoreError';

const PARAMETER = 'Embedded Store Path';

/**
 * Reads the path of the embedded store as it was typed: absolute, or below the home folder (`~/sessions.sqlite`).
 *
 * What a shell, SQLite or a browser would read in another way is refused, before a file of that name is made in the folder that
 * n8n happened to be started in: a start from another one would find an empty store, and every window closed.
 *
 * @param homeFolder - the folder that `~` stands for
 * @returns an absolute path
 * @throws {SessionStoreError} naming the parameter, when it is a folder, relative, an address or a store in memory
 */
export function readStorePath(path: string, homeFolder: string): string {
	const isBelowHome = /^~[/\\]/.test(path);
	const problem = findProblem(path, isBelowHome);
	if (problem === undefined) return resolve(isBelowHome ? join(homeFolder, path.slice(2)) : path);
	throw new SessionStoreError(`'${PARAMETER}' ${problem}: ${path.slice(0, 200)}`, {
		advice: `Give the whole path of a file, for example ${join(homeFolder, 'sessions.sqlite')}, or leave it empty for a file beside the data of n8n.`,
	});
}

function findProblem(path: string, isBelowHome: boolean): string | undefined {
	if (/^:memory:|[?&]mode=memory/i.test(path)) return 'is a store in memory, which would forget every window and consent when n8n restarts';
	if (/^[a-z][a-z\d+.-]+:/i.test(path)) return 'is an address, not a path';
	if (path === '~' || /[/\\]\.{0,2}$/.test(path)) return 'is a folder, not a file';
	if (path.includes('\0')) return 'holds a character that no path has';
	if (isBelowHome || isAbsolute(path)) return undefined;
	return path.startsWith('~')
		? 'names the home folder of another user, which is not looked up'
		: 'is relative to the folder that n8n was started in, which may be another one next time';
}
