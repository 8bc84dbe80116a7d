import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { findFreePort } from '../../scripts/n8n/findFreePort';
import { startPostgres } from '../support/startPostgres';
import { databaseEnvironment } from './databaseEnvironment';

/** What the processes of an n8n in queue mode share. */
export interface Queue {
	/** Environment variables for each of the processes. */
	env: Record<string, string>;
	/** The database of n8n, and a place for the session store. */
	postgresUrl: string;
	/** Ends Redis as a power cut does, and starts it again; what was queued is gone. */
	loseRedis(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts a Postgres and a Redis for an n8n in queue mode. */
export async function startQueue(): Promise<Queue> {
	const postgres = await startPostgres();
	const port = await findFreePort();
	const startRedis = () => spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore' });
	let redis = startRedis();
	return {
		env: {
			...databaseEnvironment(postgres.url),
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(port),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		},
		postgresUrl: postgres.url,
		async loseRedis() {
			const ended = once(redis, 'exit');
			redis.kill('SIGKILL');
			await ended;
			redis = startRedis();
		},
		async stop() {
			redis.kill();
			await postgres.stop();
		},
	};
}
