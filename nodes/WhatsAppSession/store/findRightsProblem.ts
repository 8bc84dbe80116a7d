import { statSync } from 'node:fs';
import { dirname } from 'node:path';

const READ_BY_OTHERS = 0o004;
const ENTERED_BY_OTHERS = 0o001;

/**
 * Says whether every user of the machine may read an embedded store. It is made for its owner alone; a file that was put back from a backup has the rights
 * that it was copied with, and its log gets the same from SQLite.
 *
 * @param path - absolute
 * @returns a sentence with what to do; undefined where nobody else may, and on Windows, whose rights are of another kind
 */
export function findRightsProblem(path: string): string | undefined {
	if (process.platform === 'win32') return undefined;
	const [file, folder] = [path, dirname(path)].map((each) => statSync(each, { throwIfNoEntry: false })?.mode ?? 0) as [number, number];
	if ((file & READ_BY_OTHERS) === 0 || (folder & ENTERED_BY_OTHERS) === 0) return undefined;
	return `Every user of this machine may read the session store, which holds phone numbers: ${path} has the rights ${(file & 0o777).toString(8)}. Give it to its owner alone (chmod 600), and its -wal and -shm as well.`;
}
