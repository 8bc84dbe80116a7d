import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser'];

/**
 * The Chromium of this machine, for driving the editor of n8n.
 *
 * @throws {Error} when there is none on the PATH
 */
export function findChromium(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
	if (found) return found;
	throw new Error(
		`No Chromium was found; looked for ${NAMES.join(' and ')} on the PATH. ` +
			'Install it, on Debian and Ubuntu with: apt-get install chromium',
	);
}
