import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import { startWriter, type Writer } from './startWriter';

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

	it('lets one of two processes that race send a template to each person, by whatever name they know them', async () => {
		const people = 200;
		const store = openSqliteStore({ path });
		const users = Array.from({ length: people }, (_, index) => ({ waId: `1555${index}`, bsuid: `US.${index}` }));
		await store.recordEvidence(users.map((user) => ({ kind: 'inbound', phoneNumberId: '1', user, atMs: NOON_MS })));
		await store.close();
		const senders = ['by number', 'by ID'].map((name) => startWriter(path, name, people, 'claimTemplates.cjs'));
		await Promise.all(senders.map(({ hasWritten }) => hasWritten(1)));
		for (const sender of senders) sender.tell();
		expect(await Promise.all(senders.map(({ finished }) => finished))).toEqual(['', '']);
		const outcomes = users.map((_, index) => senders.map(({ lines }) => lines[index + 1]).sort());
		expect(outcomes).toEqual(users.map((_, index) => [`${index} holds back`, `${index} sends`]));
	});

	it('sends exactly as many of two processes that race as their budget has room for', async () => {
		const store = openSqliteStore({ path });
		const writers = ['one', 'two'].map((name) => startWriter(path, name, 200, 'claimBudgets.cjs'));
		await Promise.all(writers.map(({ hasWritten }) => hasWritten(1)));
		for (const writer of writers) writer.tell();
		expect(await Promise.all(writers.map(({ finished }) => finished))).toEqual(['', '']);
		expect(writers.flatMap(({ lines }) => lines.filter((line) => line.endsWith('is out')))).toHaveLength(100);
		await store.close();
	});

	it('gives each wait to one of two messages that two processes receive at the same time', async () => {
		const answers = 300;
		const store = openSqliteStore({ path });
		const asked = { phoneNumberId: '1', instanceId: 'i', executionId: '1', askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + 2, takesGestures: false };
		const toWait = (index: number) => ({ ...asked, waitId: `w.${index}`, user: { waId: `1555${index}` }, questionIds: [`q.${index}`], resumeUrl: `u.${index}` });
		const questions = Array.from({ length: answers }, (_, index) => toWait(index));
		for (const question of questions) await store.recordWaits([question]);
		await store.close();
		const receivers = ['one', 'two'].map((name) => startWriter(path, name, answers, 'claimAnswers.cjs'));
		expect(await Promise.all(receivers.map(({ finished }) => finished))).toEqual(['', '']);
		const outcomes = Array.from({ length: answers }, (_, index) => receivers.map(({ lines }) => lines[index]).sort());
		expect(outcomes).toEqual(outcomes.map((_, index) => [`${index} 0`, `${index} 1`]));
	});

	it('gives each message that is given up to one of two processes that look at the same time', async () => {
		const messages = 200;
		const store = openSqliteStore({ path });
		const topic = { receiver: 'trigger', kind: 'givenUp' } as const;
		await store.watchStoreEvents(topic, NOON_MS);
		const kept = { label: 'own', businessAccountId: 'waba', phoneNumberId: '1', content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + 1 };
		const keys = Array.from({ length: messages }, (_, index) => `kept ${index}`);
		for (const [index, key] of keys.entries()) await store.keepMessage({ ...kept, key, user: { waId: `1555${index}` } });
		await store.close();
		const watchers = ['one', 'two'].map(() => startWriter(path, topic.receiver, messages, 'claimStoreEvents.cjs'));
		await Promise.all(watchers.map(({ hasWritten }) => hasWritten(1)));
		for (const watcher of watchers) watcher.tell();
		expect(await Promise.all(watchers.map(({ finished }) => finished))).toEqual(['', '']);
		expect(watchers.flatMap(({ lines }) => lines).sort()).toEqual([...keys].sort());
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

	describe('while another process holds its lock', () => {
		const inboundOf = (waId: string) => ({ kind: 'inbound' as const, phoneNumberId: '1', user: { waId }, atMs: NOON_MS });
		let holder: Writer;
		let timer: NodeJS.Timeout;
		let ticks: number;
		let hasTicked: (wanted: number) => Promise<void>;
		let store: Store;

		beforeEach(async () => {
			store = openSqliteStore({ path });
			holder = startWriter(path, '', 0, 'holdLock.cjs');
			await holder.hasWritten(1);
			ticks = 0;
			let heard = () => {};
			timer = setInterval(() => {
				ticks += 1;
				heard();
			}, 5);
			hasTicked = (wanted) =>
				new Promise((resolve) => (heard = () => ticks >= wanted && resolve()));
		});
		afterEach(async () => {
			clearInterval(timer);
			holder.kill();
			await holder.finished;
			await store.close();
		});

		it('the timers of this one keep ticking, and what it writes is recorded once the lock is free', async () => {
			const users = Array.from({ length: 50 }, (_, index) => ({ waId: `1555000${index}` }));
			const isDone = jest.fn();
			const writing = Promise.all(users.map(async ({ waId }) => await store.recordEvidence([inboundOf(waId)]))).then(isDone);
			// Each attempt takes a tenth of a second: if all fifty that wait made theirs between two ticks, these would take four minutes.
			await hasTicked(50);
			expect(isDone).not.toHaveBeenCalled();
			holder.tell();
			await writing;
			const found = await store.findSessions(users.map((user) => ({ phoneNumberId: '1', user })));
			expect(found.map((session) => session?.waId)).toEqual(users.map(({ waId }) => waId));
		});

		it('what is on record can be read', async () => {
			expect(await store.findSessions([{ phoneNumberId: '1', user: { waId: '1555' } }])).toEqual([undefined]);
		});

		it('a store that is opened meanwhile waits for the lock as well, and is ready afterwards', async () => {
			await store.close();
			store = openSqliteStore({ path });
			const writing = store.recordEvidence([inboundOf('1555')]);
			await hasTicked(50);
			holder.tell();
			await writing;
			expect(await store.findSessions([{ phoneNumberId: '1', user: { waId: '1555' } }])).toMatchObject([{ waId: '1555' }]);
		});

		it('a store that waits fails after its longest wait, with all that line up behind', async () => {
			await store.close();
			store = openSqliteStore({ path, busyTimeoutMs: 200 });
			const failures = await Promise.all(
				['1', '2', '3'].map(async (waId) => await store.recordEvidence([inboundOf(waId)]).catch((error: Error) => error.message)),
			);
			expect(failures).toEqual(failures.map(() => `The session store ${path} is locked by another process.`));
			expect(ticks).toBeGreaterThan(0);
			holder.tell();
			await holder.finished;
			await store.recordEvidence([inboundOf('1')]);
		});

		it('no script of this process begins before another one has ended', async () => {
			const claim = { phoneNumberId: '1', user: { waId: '1555' }, sentAs: 'template' as const, claimedAtMs: NOON_MS };
			const claims = Array.from({ length: 20 }, (_, index) => ({ ...claim, sendOnceKey: `order ${index % 10}` }));
			const claiming = Promise.all(claims.map(async (one) => await store.claimSends([one])));
			await hasTicked(10);
			holder.tell();
			const answers = (await claiming).flat();
			expect(answers.map((answer) => answer === undefined)).toEqual(claims.map((_, index) => index < 10));
		});
	});
});
