import type { BenchStage } from '../Bench.ts';
import { startDatabase } from '../../n8n/startDatabase.ts';

/**
 * Starts a Postgres of the benchmark's own.
 *
 * @param folder - holds its data; every user of the machine has to be able to enter it
 * @returns its URL
 */
export async function openPostgres(folder: string, atEnd: BenchStage['atEnd']): Promise<string> {
	const { env, stop } = await startDatabase(folder);
	atEnd(stop);
	const { DB_POSTGRESDB_USER: user, DB_POSTGRESDB_PASSWORD: password, DB_POSTGRESDB_PORT: port, DB_POSTGRESDB_DATABASE: name } = env;
	return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}
