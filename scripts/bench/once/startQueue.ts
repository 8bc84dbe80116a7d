import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '../../n8n/findFreePort.ts';
import { startDatabase } from '../../n8n/startDatabase.ts';

/** What several n8n processes share. */
export interface Queue {
	/** What each of them reads to find it. */
	env: Record<string, string>;
	/** Postgres in which the pack keeps its sessions: n8n's own. */
	postgresUrl: string;
}

/**
 * Starts a Redis and a Postgres for an n8n in queue mode.
 *
 * @param folder - holds the data; every user of the machine has to be able to enter it
 * @throws {Error} when there is no `redis-server` on this machine
 */
export async function startQueue(folder: string, atEnd: (end: () => Promise<void>) => void): Promise<Queue> {
	const port = await findFreePort();
	const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore' });
	await once(redis, 'spawn').catch(() => {
		throw new Error('The rounds in queue mode need redis-server. Install it, or leave them out with --only=embedded.');
	});
	atEnd(async () => void redis.kill());
	const database = await startDatabase(folder);
	atEnd(database.stop);
	const { DB_POSTGRESDB_HOST: host, DB_POSTGRESDB_PORT: databasePort, DB_POSTGRESDB_DATABASE: name } = database.env;
	const { DB_POSTGRESDB_USER: user, DB_POSTGRESDB_PASSWORD: password } = database.env;
	return {
		env: {
			...database.env,
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(port),
		},
		postgresUrl: `postgresql://${user}:${password}@${host}:${databasePort}/${name}`,
	};
}
