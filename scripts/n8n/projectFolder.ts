import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'n8n-nodes-whatsapp-session';

function isProject(folder: string): boolean {
	const manifest = join(folder, 'package.json');
	return existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === NAME;
}

/**
 * The folder of this checkout: the current folder or the nearest above it.
 *
 * @throws {Error} when the program was started outside the checkout
 */
export function projectFolder(): string {
	for (let folder = process.cwd(); ; folder = dirname(folder)) {
		if (isProject(folder)) return folder;
		if (dirname(folder) === folder) throw new Error(`Start this inside the ${NAME} folder; it runs in ${process.cwd()}.`);
	}
}
