import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of this machine that keeps what takes long to install, shared by all checkouts.
 *
 * It can be removed at any time; the next set-up fills it again.
 */
export function cacheFolder() {
	const base =
		process.platform === 'win32'
			? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
			: process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-whatsapp-session');
}
