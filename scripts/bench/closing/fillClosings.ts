import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import type { Client as PgClient } from 'pg';

export const PHONE_NUMBER_ID = '106540352242922';
/** The alarm that has rung for many windows which are still open. */
export const BUSY_ALARM = 'busy';

/** How many sessions, and how many of them close within two hours. */
export interface Sizes {
	sessions: number;
	due: number;
	/** How many windows the busy alarm has rung for. */
	rung: number;
}

/** The sessions in SQL: `due` of the last two hours of the 24, half of the others later, the rest long closed. */
function sessionsSql({ due }: Sizes, series: string, nowMs: number): string {
	const lastInbound = `CASE
		WHEN n < ${due} THEN ${nowMs} - 86400000 + 60000 + n * 7000000 / ${due}
		WHEN n % 2 = 0 THEN ${nowMs} - (n * 7919 % 79000000)
		ELSE ${nowMs} - 86400000 - 60000 - n * 1000 END`;
	return `SELECT '${PHONE_NUMBER_ID}', '1' || (2000000000 + n), ${lastInbound} FROM ${series}`;
}

const INSERT = 'INTO sessions (phone_number_id, wa_id, last_inbound_at_ms)';
const RUNG = (count: number) => `(alarm, last_inbound_at_ms, phone_number_id, session_id, wa_id, batch_id)
	SELECT '${BUSY_ALARM}', last_inbound_at_ms, phone_number_id, session_id, wa_id, 'earlier' FROM `.concat('%s', ` ORDER BY last_inbound_at_ms LIMIT ${count}`);

/** Fills a store that the pack has just made, past the pack, because a million webhooks would take longer than the measurement. */
export function fillSqlite(path: string, sizes: Sizes, nowMs: number): void {
	const database = new DatabaseSync(path);
	const series = `(WITH RECURSIVE series (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < ${sizes.sessions - 1}) SELECT n FROM series)`;
	database.exec('BEGIN IMMEDIATE');
	database.exec(`INSERT ${INSERT} ${sessionsSql(sizes, series, nowMs)}`);
	const open = `sessions WHERE last_inbound_at_ms > ${nowMs} - 86400000`;
	database.exec(`INSERT INTO closing_alarms ${RUNG(sizes.rung).replace('%s', open)}`);
	database.exec('COMMIT');
	database.close();
}

/** The same in Postgres. */
export async function fillPostgres(url: string, sizes: Sizes, nowMs: number): Promise<void> {
	const { Client } = createRequire(import.meta.url)('pg') as { Client: new (config: { connectionString: string }) => PgClient };
	const client = new Client({ connectionString: url });
	await client.connect();
	await client.query('SET search_path TO whatsapp_session');
	const series = `generate_series(0::bigint, ${sizes.sessions - 1}) AS series (n)`;
	await client.query(`INSERT ${INSERT} ${sessionsSql(sizes, series, nowMs)}`);
	const open = `sessions WHERE last_inbound_at_ms > ${nowMs} - 86400000`;
	await client.query(`INSERT INTO closing_alarms ${RUNG(sizes.rung).replace('%s', open)}`);
	await client.query('VACUUM ANALYZE');
	await client.end();
}
