import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { UsageStatements } from '../../../nodes/shared/store/UsageStatements.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { BenchDatabase } from '../store/BenchDatabase.ts';
import { sampleUsage } from './sampleUsage.ts';

const ROWS_AT_ONCE = 10_000;

/** The statement by which the pack itself keeps what statuses say. */
function recordUsageOf({ name }: BenchDatabase): string {
	const require = createRequire(join(projectFolder(), 'dist', 'nodes', 'shared', 'store', 'openStore.js'));
	const { SQLITE_USAGE_STATEMENTS } = require('./sqlite/sqliteUsageStatements.js') as { SQLITE_USAGE_STATEMENTS: UsageStatements };
	const { postgresUsageStatements } = require('./postgres/postgresUsageStatements.js') as { postgresUsageStatements: (schema: string) => UsageStatements };
	return (name === 'sqlite' ? SQLITE_USAGE_STATEMENTS : postgresUsageStatements('whatsapp_session')).recordUsage;
}

/** Puts the messages of a month on record, past the webhooks that would have brought them. */
export async function fillUsage(database: BenchDatabase, messages: number, signal: AbortSignal): Promise<void> {
	const recordUsage = recordUsageOf(database);
	for (let first = 0; first < messages; first += ROWS_AT_ONCE) {
		signal.throwIfAborted();
		const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, messages - first) }, (_, index) => sampleUsage(first + index, messages));
		await database.send(recordUsage, [JSON.stringify(rows)]);
	}
	await database.settle();
}
