import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.ts';

/** The n8n that the set-up has installed. */
export interface N8nInstallation {
	/** Folder whose `node_modules` holds n8n. */
	folder: string;
	/** `postgres` where n8n's SQLite driver could not be built on this machine. */
	database: 'sqlite' | 'postgres';
}

/**
 * Finds the n8n that `npm run setup -- --n8n` has installed.
 *
 * @throws {Error} when it has not been run, or its folder has been removed since
 */
export function findN8n(): N8nInstallation {
	const pointer = join(projectFolder(), 'node_modules', '.cache', 'n8n-nodes-whatsapp-session', 'n8n.json');
	const installation = existsSync(pointer)
		? (JSON.parse(readFileSync(pointer, 'utf8')) as N8nInstallation)
		: undefined;
	if (!installation || !existsSync(installation.folder)) {
		throw new Error('n8n is not installed yet. Run: npm run setup -- --n8n');
	}
	return installation;
}
