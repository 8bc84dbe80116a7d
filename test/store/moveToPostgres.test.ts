import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';

import { moveStore } from '../../nodes/shared/store/moving/moveStore';
import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import type { Store } from '../../nodes/shared/store/Store';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { NOON_MS } from './instants';
import { startWriter } from './startWriter';

let postgres: Postgres;
let folder: string;
let source: Store;
let target: Store;
let path: string;
beforeAll(async () => {
	postgres = await startPostgres();
	folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-move-'));
});
afterAll(async () => {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
});

let files = 0;
beforeEach(async () => {
	await sql('DROP SCHEMA IF EXISTS whatsapp_session CASCADE');
	path = join(folder, `${files++}.sqlite`);
	source = openSqliteStore({ path });
	target = openPostgresStore({ url: postgres.url });
});
afterEach(async () => void (await Promise.all([source.close(), target.close()])));

async function sql(text: string): Promise<void> {
	const client = new Client({ connectionString: postgres.url });
	await client.connect();
	await client.query(text).finally(() => client.end());
}

/** Fills the file past the ports, which would take minutes. */
function fill(count: number): void {
	const database = new DatabaseSync(path);
	const numbers = `WITH RECURSIVE list(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM list WHERE n < ${count})`;
	database.exec(`
		${numbers} INSERT INTO sessions (phone_number_id, bsuid, wa_id, last_inbound_at_ms, identified_at_ms)
			SELECT '1', 'US.' || n, '1' || n, ${NOON_MS} + n, ${NOON_MS} + n FROM list;
		${numbers} INSERT INTO sends (send_once_key, phone_number_id, wa_id, sent_as, state, claimed_at_ms, message_id, sent_at_ms)
			SELECT 'key ' || n, '1', '1' || n, 'freeForm', 'sent', ${NOON_MS} + n, 'wamid.' || n, ${NOON_MS} + n FROM list;
		${numbers} INSERT INTO consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence)
			SELECT 'waba', '1' || n, 'marketing', 'optedIn', ${NOON_MS} + n, 'form', 'row ' || n FROM list;
	`);
	database.close();
}

const rowsOf = async (store: Store) => (await store.findHealth(NOON_MS)).tables;

describe('moving an embedded store into Postgres', () => {
	it('is done after a kill as if there had been none', async () => {
		fill(3_000);
		const mover = startWriter(path, postgres.url, 0, 'moveRows.cjs');
		await mover.hasWritten(8);
		mover.kill();
		await mover.finished;
		const half = (await rowsOf(target)).reduce((total, { rows }) => total + rows, 0);
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThan(9_000);
		await moveStore(source, target, { atMs: NOON_MS });
		// People who are known by both names have their consent under both, as if it had been recorded there.
		const consent = (tables: Awaited<ReturnType<typeof rowsOf>>) => tables.filter(({ name }) => name !== 'consent_entries');
		expect(consent(await rowsOf(target))).toEqual(consent(await rowsOf(source)));
		for (const report of await moveStore(source, target, { atMs: NOON_MS })) expect(report).toMatchObject({ changed: 0, missing: 0 });
	}, 60_000);

	it('misses nothing of what was written meanwhile once it is run again', async () => {
		fill(500);
		const writer = startWriter(path, '49', 400);
		await writer.hasWritten(20);
		await moveStore(source, target, { atMs: NOON_MS });
		expect(await writer.finished).toBe('');
		await moveStore(source, target, { atMs: NOON_MS });
		expect((await moveStore(source, target, { atMs: NOON_MS })).filter(({ changed, missing }) => changed + missing > 0)).toEqual([]);
		const names = ['sessions', 'sends'];
		const pick = (tables: Awaited<ReturnType<typeof rowsOf>>) => tables.filter(({ name }) => names.includes(name));
		expect(pick(await rowsOf(target))).toEqual(pick(await rowsOf(source)));
	}, 60_000);

	it('touches no schema that holds tables of another program', async () => {
		await sql('CREATE SCHEMA whatsapp_session; CREATE TABLE whatsapp_session.orders (id int)');
		await expect(moveStore(source, target, { atMs: NOON_MS })).rejects.toThrow('The schema whatsapp_session in Postgres');
	});
});
