import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function filesIn(folder, path) {
	const found = statSync(join(folder, path), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(join(folder, path))
		.sort()
		.flatMap((name) => filesIn(folder, `${path}/${name}`));
}

/** A hash over the names and contents of files and whole folders in `folder`; changes when any of them does. */
export function hashOf(folder, paths) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesIn(folder, path))) {
		hash.update(file).update('\0').update(readFileSync(join(folder, file))).update('\0');
	}
	return hash.digest('hex');
}
