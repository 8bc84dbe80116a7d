import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDatabase, type N8nDatabase } from '../../../n8n/startDatabase.ts';
import type { Mortal } from './Mortal.ts';

const MOST_TRIES = 40;
const PAUSE_MS = 500;

/** A Postgres that keeps what it has committed. */
export interface MortalPostgres extends Mortal {
	/** What n8n reads to find it. */
	env: Record<string, string>;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Starts a Postgres. */
export async function createPostgres(folder: string): Promise<MortalPostgres> {
	let database: N8nDatabase = await startDatabase(folder);
	const { env } = database;
	const port = Number(env.DB_POSTGRESDB_PORT);
	// What belonged to the killed one needs a moment to notice; until then a new one refuses to start.
	const restart = async () => {
		for (let attempt = 1; ; attempt++) {
			const started = await startDatabase(folder, port).catch((error: unknown) => ({ error }));
			if (!('error' in started)) return started;
			if (attempt === MOST_TRIES) throw new Error('Postgres did not start again.', { cause: started.error });
			await pause(PAUSE_MS);
		}
	};
	return {
		kind: 'postgres',
		env,
		async kill9() {
			const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
			process.kill(pid, 'SIGKILL');
			while (isAlive(pid)) await pause(10);
		},
		start: async () => void (database = await restart()),
		stop: async () => await database.stop(),
	};
}
