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
 * Finds the n8n that `npm run setup -- --n8n` has installed; with `TRY_N8N=2.30.8` in the environment, that version.
 *
 * @throws {Error} when it has not been run, or its folder has been removed since
 */
export function findN8n(): N8nInstallation {
	const file = process.env.TRY_N8N ? `n8n-${process.env.TRY_N8N}.json` : 'n8n.json';
	const pointer = join(projectFolder(), 'node_modules', '.cache', 'n8n-nodes-whatsapp-session', file);
	const installation = existsSync(pointer)
		? (JSON.parse(readFileSync(pointer, 'utf8')) as N8nInstallation)
		: undefined;
	if (!installation || !existsSync(installation.folder)) {
		throw new Error('n8n is not installed yet. Run: npm run setup -- --n8n');
	}
	return installation;
}
