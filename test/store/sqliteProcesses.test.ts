import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { NOON_MS } from './instants';
import { startWriter } from './startWriter';

describe('the embedded store, used by several processes', () => {
	let folder: string;
	let path: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-processes-'));
		path = join(folder, 'sessions.sqlite');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('loses no update and is never locked when two processes create and fill it at the same time', async () => {
		const records = 300;
		const writers = ['1000', '2000'].map((name) => startWriter(path, name, records));
		expect(await Promise.all(writers.map(({ finished }) => finished))).toEqual(['', '']);

		const store = openSqliteStore({ path });
		const users = ['1000', '2000'].flatMap((name) => Array.from({ length: records }, (_, index) => `${name}${index}`));
		const found = await store.findSessions(users.map((waId) => ({ phoneNumberId: '1', user: { waId } })));
		expect(found.map((session) => session?.waId)).toEqual(users);
		const [shared] = await store.findSessions([{ phoneNumberId: '1', user: { bsuid: 'US.shared' } }]);
		expect(shared?.lastInboundAtMs).toBe(NOON_MS + records - 1);
		const won = writers.flatMap(({ lines }) => lines.filter((line) => line.endsWith('won')));
		expect(new Set(won).size).toBe(records);
		expect(won).toHaveLength(records);
		await store.close();
	});

	it('leases each event to one of two processes that receive it at the same time', async () => {
		const webhooks = 300;
		await openSqliteStore({ path }).close();
		const receivers = ['one', 'two'].map((name) => startWriter(path, name, webhooks, 'leaseEvents.cjs'));
		expect(await Promise.all(receivers.map(({ finished }) => finished))).toEqual(['', '']);
		const outcomes = Array.from({ length: webhooks }, (_, index) => receivers.map(({ lines }) => lines[index]).sort());
		expect(outcomes).toEqual(outcomes.map((_, index) => [`${index} 0 2`, `${index} 2 0`]));
	});

	it('holds everything that a process had committed when it was killed', async () => {
		const writer = startWriter(path, '1000', 1_000_000);
		await writer.hasWritten(50);
		writer.kill();
		await writer.finished;

		const store = openSqliteStore({ path });
		const users = writer.lines.map((_, index) => ({ waId: `1000${index}` }));
		const found = await store.findSessions(users.map((user) => ({ phoneNumberId: '1', user })));
		expect(found.filter((session) => session === undefined)).toEqual([]);
		expect(found.length).toBeGreaterThanOrEqual(50);
		await store.close();
	});
});
