import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Pruning } from '../../nodes/shared/store/Pruning';
import type { SqlScript } from '../../nodes/shared/store/SqlScript';
import { SqlStore } from '../../nodes/shared/store/SqlStore';
import { SqliteDatabase } from '../../nodes/shared/store/sqlite/SqliteDatabase';
import { DAY_MS, HOUR_MS, NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-pruning-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LATER_MS = NOON_MS + 9 * DAY_MS;
let files = 0;
let path: string;
let database: SqliteDatabase;
let store: SqlStore;
beforeEach(async () => {
	path = join(folder, `${files++}.sqlite`);
	database = new SqliteDatabase({ path });
	store = new SqlStore(database);
	await store.acknowledgeEvents('trigger', ['old'], NOON_MS);
});
afterEach(() => store.close());

/** A process that prunes; its steps are let go one by one. */
function startPruning(write = <Result>(script: () => SqlScript<Result>) => database.write(script)) {
	const steps: Array<() => void> = [];
	const pruning = new Pruning(write, () => new Promise((resolve) => void steps.push(resolve)));
	const finish = async (): Promise<number> => {
		let count = 0;
		for (; steps.length > 0; count++) {
			steps.shift()?.();
			await new Promise(setImmediate);
		}
		return count;
	};
	return { pruning, finish, steps };
}
const rowsOf = async (table: string) => (await store.findHealth(LATER_MS)).tables.find(({ name }) => name === table)?.rows;

describe('pruning beside the work of the store', () => {
	it('has not begun when a webhook is recorded, so that no webhook waits for it', async () => {
		await store.recordWebhook(toWebhookRecord({ receivedAtMs: LATER_MS }));
		expect(await rowsOf('received_events')).toBe(1);
	});

	it('forgets what is over, one small transaction after the other, and says when', async () => {
		const { pruning, finish, steps } = startPruning();
		pruning.considerAt(LATER_MS);
		expect(steps).toHaveLength(1);
		expect(await finish()).toBeGreaterThan(10);
		expect(await rowsOf('received_events')).toBe(0);
		expect(await store.findHealth(LATER_MS)).toMatchObject({ prunedAtMs: LATER_MS, pruningFailure: undefined });
	});

	it('is done once in six hours, by one of several processes', async () => {
		const [one, other] = [startPruning(), startPruning()];
		one.pruning.considerAt(LATER_MS);
		other.pruning.considerAt(LATER_MS);
		const counts = [one, other].map(({ finish }) => finish());
		expect((await Promise.all(counts)).toSorted((a, b) => a - b)[0]).toBe(1);
		await store.acknowledgeEvents('trigger', ['old'], NOON_MS);
		for (const process of [one, other, startPruning()]) {
			process.pruning.considerAt(LATER_MS + 6 * HOUR_MS - 1);
			expect(await process.finish()).toBeLessThanOrEqual(1);
		}
		expect(await rowsOf('received_events')).toBe(1);
		one.pruning.considerAt(LATER_MS + 6 * HOUR_MS);
		await one.finish();
		expect(await rowsOf('received_events')).toBe(0);
	});

	it('is taken over when the process that was at it has died', async () => {
		const dead = startPruning();
		dead.pruning.considerAt(LATER_MS);
		dead.steps.shift()?.();
		await new Promise(setImmediate);
		const early = startPruning();
		early.pruning.considerAt(LATER_MS + 10 * 60_000 - 1);
		expect(await early.finish()).toBe(1);
		const heir = startPruning();
		heir.pruning.considerAt(LATER_MS + 10 * 60_000);
		await heir.finish();
		expect(await rowsOf('received_events')).toBe(0);
	});

	it('stops where it is when the store is closed', async () => {
		const { pruning, finish, steps } = startPruning();
		pruning.considerAt(LATER_MS);
		steps.shift()?.();
		await new Promise(setImmediate);
		pruning.close();
		await finish();
		expect(await rowsOf('received_events')).toBe(1);
		pruning.considerAt(LATER_MS + DAY_MS);
		expect(steps).toEqual([]);
	});

	it('notes why it failed, keeps nobody from anything, and is tried again', async () => {
		let calls = 0;
		const fail = (async (script: () => SqlScript<unknown>) => {
			if (++calls === 2) throw new Error('The disk is full.');
			return await database.write(script);
		}) as <Result>(script: () => SqlScript<Result>) => Promise<Result>;
		const { pruning, finish } = startPruning(fail);
		pruning.considerAt(LATER_MS);
		await finish();
		expect(await store.findHealth(LATER_MS)).toMatchObject({ prunedAtMs: undefined, pruningFailure: { atMs: LATER_MS, message: 'The disk is full.' } });
		pruning.considerAt(LATER_MS + 6 * HOUR_MS);
		await finish();
		expect(await store.findHealth(LATER_MS)).toMatchObject({ prunedAtMs: LATER_MS + 6 * HOUR_MS, pruningFailure: undefined });
	});
});
