import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endInTime } from '../../nodes/shared/store/endInTime';
import { PostgresDatabase } from '../../nodes/shared/store/postgres/PostgresDatabase';
import { query } from '../../nodes/shared/store/query';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { SqliteDatabase } from '../../nodes/shared/store/sqlite/SqliteDatabase';
import type { SqlDatabase } from '../../nodes/shared/store/SqlDatabase';
import type { SqlScript } from '../../nodes/shared/store/SqlScript';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { NOON_MS } from './instants';

let postgres: Postgres;
const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-endless-'));
beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(async () => {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
});

const acknowledge = (eventId: string) => query('acknowledgeEvents', [{ receiver: 'trigger', at_ms: NOON_MS, event_ids: [eventId] }]);

const DELIVERY = { receiver: 'trigger', received_at_ms: NOON_MS, leased_by: 'delivery', leased_until_ms: NOON_MS + 1, event_ids: ['a', 'b'] };

/** Writes in its first turn, and never comes to an end. */
function* runForever(): SqlScript<never> {
	for (;;) yield* acknowledge('a');
}

function* findAcknowledged(): SqlScript<unknown[]> {
	const rows = yield* query('leaseEvents', [DELIVERY]);
	return rows.filter(({ acknowledged_at_ms }) => acknowledged_at_ms !== null).map(({ event_id }) => event_id);
}

function* runThousand(): SqlScript<string> {
	for (let turn = 0; turn < 1_000; turn++) yield* acknowledge('b');
	return 'done';
}

describe.each<[name: string, open: () => SqlDatabase]>([
	['SQLite', () => new SqliteDatabase({ path: join(folder, 'sessions.sqlite') })],
	['Postgres', () => new PostgresDatabase({ url: postgres.url })],
])('a script without an end in %s', (_, open) => {
	const databases: SqlDatabase[] = [];
	const opened = () => {
		const database = open();
		databases.push(database);
		return database;
	};
	afterEach(async () => {
		for (const database of databases.splice(0)) await database.close();
	});

	it('is ended, what it wrote is taken back, and others may write at once', async () => {
		const failure = opened().write(() => endInTime(runForever()));
		await expect(failure).rejects.toThrow(SessionStoreError);
		await expect(failure).rejects.toThrow('did not come to an end');
		expect(await opened().write(() => endInTime(findAcknowledged()))).toEqual([]);
	});

	it('is told from a long one', async () => {
		expect(await opened().write(() => endInTime(runThousand()))).toBe('done');
		expect(await opened().write(() => endInTime(findAcknowledged()))).toEqual(['b']);
	});
});
