import { setImmediate } from 'node:timers/promises';

import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import type { Store } from '../../nodes/shared/store/Store';
import { startPostgres } from '../support/startPostgres';
import type { Postgres } from '../support/startPostgres';
import { NOON_MS } from './instants';
import { startWriter } from './startWriter';
import { toWebhookRecord } from './toWebhookRecord';

let postgres: Postgres;
beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const KEY = { phoneNumberId: '1', user: { bsuid: 'US.1', waId: '15551234567' } };
const INBOUND = { kind: 'inbound' as const, ...KEY, atMs: NOON_MS };

describe('the Postgres store, used by several processes', () => {
	const stores: Store[] = [];
	afterEach(async () => {
		for (const store of stores.splice(0)) await store.close();
	});

	function open(schema: string): Store {
		const store = openPostgresStore({ url: postgres.url, schema });
		stores.push(store);
		return store;
	}

	it('lets one of two processes that race send a template to each person, by whatever name they know them', async () => {
		const people = 150;
		const store = open('manners');
		const users = Array.from({ length: people }, (_, index) => ({ waId: `1555${index}`, bsuid: `US.${index}` }));
		await store.recordEvidence(users.map((user) => ({ kind: 'inbound', phoneNumberId: '1', user, atMs: NOON_MS })));
		const senders = ['by number', 'by ID'].map((name) => startWriter(postgres.url, name, people, 'claimTemplates.cjs'));
		await Promise.all(senders.map(({ hasWritten }) => hasWritten(1)));
		for (const sender of senders) sender.tell();
		expect(await Promise.all(senders.map(({ finished }) => finished))).toEqual(['', '']);
		const outcomes = users.map((_, index) => senders.map(({ lines }) => lines[index + 1]).sort());
		expect(outcomes).toEqual(users.map((_, index) => [`${index} holds back`, `${index} sends`]));
	});

	it('sends exactly as many of two processes that race as their budget has room for', async () => {
		open('budgets');
		const writers = ['one', 'two'].map((name) => startWriter(postgres.url, name, 200, 'claimBudgets.cjs'));
		await Promise.all(writers.map(({ hasWritten }) => hasWritten(1)));
		for (const writer of writers) writer.tell();
		expect(await Promise.all(writers.map(({ finished }) => finished))).toEqual(['', '']);
		expect(writers.flatMap(({ lines }) => lines.filter((line) => line.endsWith('is out')))).toHaveLength(100);
	});

	it('gives each message that is given up to one of two processes that look at the same time', async () => {
		const messages = 200;
		const store = open('store_events');
		const topic = { receiver: 'trigger', kind: 'givenUp' } as const;
		await store.watchStoreEvents(topic, NOON_MS);
		const kept = { label: 'own', businessAccountId: 'waba', phoneNumberId: '1', content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + 1 };
		const keys = Array.from({ length: messages }, (_, index) => `kept ${index}`);
		for (const [index, key] of keys.entries()) await store.keepMessage({ ...kept, key, user: { waId: `1555${index}` } });
		const watchers = ['one', 'two'].map(() => startWriter(postgres.url, topic.receiver, messages, 'claimStoreEvents.cjs'));
		await Promise.all(watchers.map(({ hasWritten }) => hasWritten(1)));
		for (const watcher of watchers) watcher.tell();
		expect(await Promise.all(watchers.map(({ finished }) => finished))).toEqual(['', '']);
		expect(watchers.flatMap(({ lines }) => lines).sort()).toEqual([...keys].sort());
	});

	it('loses no update when two processes write about the same people', async () => {
		const rivals = [open('rivals'), open('rivals')];
		const users = [KEY.user, { bsuid: 'US.1' }, { waId: '15551234567' }, { bsuid: 'US.2', waId: '2' }, { waId: '2' }];
		const order = [...Array(40).keys()];
		await Promise.all(
			rivals.flatMap((store, rival) =>
				order.map((index) =>
					// Each batch names two people, every other one in the opposite order.
					store.recordWebhook({
						...toWebhookRecord({ deliveryId: `${rival}.${index}` }),
						eventIds: [`wamid.${rival}.${index}`, `wamid.${index}`],
						evidence: [index, index + 3].map((offset) => ({
							...INBOUND,
							user: users[(rival ? 99 - offset : offset) % users.length]!,
							atMs: NOON_MS + 2 * index + rival,
						})),
						statuses: [
							{ ...KEY, messageId: `out.${index % 3}`, status: rival ? 'read' : 'sent', atMs: NOON_MS + index, errorCodes: [] },
						],
					}),
				),
			),
		);
		await rivals[0]!.recordEvidence([INBOUND, { ...INBOUND, user: users[3]! }]);
		const found = await rivals[1]!.findSessions([KEY, { ...KEY, user: { waId: '2' } }]);
		const newest = (person: number) =>
			Math.max(
				...rivals.flatMap((_, rival) =>
					order.flatMap((index) =>
						[index, index + 3]
							.filter((offset) => ((rival ? 99 - offset : offset) % users.length < 3 ? 0 : 1) === person)
							.map(() => NOON_MS + 2 * index + rival),
					),
				),
			);
		expect(found.map((session) => session?.lastInboundAtMs)).toEqual([newest(0), newest(1)]);
		expect(await query('SELECT count(*)::int FROM rivals.sessions')).toEqual([{ count: 2 }]);
		expect(await query('SELECT status FROM rivals.early_statuses')).toEqual(Array(3).fill({ status: 'read' }));
		expect(await query('SELECT count(*)::int FROM rivals.received_events')).toEqual([{ count: 120 }]);
	});

	it('gives each wait to one of two messages that two processes receive at the same moment', async () => {
		const rivals = [open('waits'), open('waits')];
		for (const round of Array(20).keys()) {
			const questions = Array.from({ length: 20 }, (_, index) => `q.${round}.${index}`);
			const personOf = (question: string) => ({ phoneNumberId: '1', user: { waId: `person of ${question}` } });
			await rivals[0]!.recordWaits(questions.map((question) => toWait(question, personOf(question).user, [question])));
			const receipts = await Promise.all(
				rivals.map((store, rival) => {
					const answers = questions.map((repliesTo) => ({ eventId: `${rival}.${repliesTo}`, ...personOf(repliesTo), repliesTo, atMs: NOON_MS }));
					const delivery = { deliveryId: `${round}.${rival}`, atMs: NOON_MS, leaseUntilMs: NOON_MS + 1 };
					return store.claimAnswers(rival ? answers.toReversed() : answers, delivery);
				}),
			);
			const claimed = receipts.flatMap((receipt) => receipt.claimed.flatMap(({ wait }) => wait.questionIds));
			expect(claimed.sort()).toEqual(questions.sort());
		}
	});

	it('lets one of two questions wait that two processes send to one person at the same moment', async () => {
		const rivals = [open('questions'), open('questions')];
		for (const round of Array(20).keys()) {
			const user = { waId: `person ${round}` };
			const names = rivals.map((_, rival) => `${round}.${rival}`);
			await Promise.all(rivals.map((store, rival) => store.recordWaits([toWait(names[rival]!, user, [])])));
			await Promise.all(rivals.map((store, rival) => store.recordQuestion(names[rival]!, [`q.${names[rival]}`], NOON_MS)));
			const states = await query(`SELECT state FROM questions.answer_waits WHERE wa_id = 'person ${round}' ORDER BY state`);
			expect(states).toEqual([{ state: 'ended' }, { state: 'open' }]);
		}
	});

	it('leases an event to one of two processes that receive it at the same moment', async () => {
		const rivals = [open('leases'), open('leases')];
		await rivals[0]!.recordEvidence([]);
		for (const round of Array(20).keys()) {
			const eventIds = Array.from({ length: 50 }, (_, index) => `wamid.${round}.${index}`);
			const receipts = await Promise.all(
				rivals.map((store, rival) =>
					store.recordWebhook(
						toWebhookRecord({ deliveryId: `rival ${rival}`, eventIds: rival ? eventIds : [...eventIds].reverse() }),
					),
				),
			);
			const outcomes = receipts.map(({ leased, underWay }) => [leased.length, underWay.length]).sort();
			expect(outcomes).toEqual([
				[0, 50],
				[50, 0],
			]);
		}
	});

	it('enters for the new IDs what is said under the old ones at the moment of the renaming', async () => {
		const [ours, theirs] = [open('renamed'), open('renamed')];
		const [previous, current] = [{ bsuid: 'US.1' }, { bsuid: 'US.2' }];
		await ours.recordEvidence([]);
		const renaming = { businessAccountId: 'waba', previous, current, atMs: NOON_MS, evidence: 'wamid.1' };
		const consent = { businessAccountId: 'waba', user: previous, kind: 'marketing' as const, source: 'form', evidence: '' };
		await whileHolding('LOCK TABLE renamed.consent_entries IN SHARE MODE', [
			() => ours.recordConsent([{ ...consent, state: 'optedOut', atMs: NOON_MS }]),
			() => theirs.recordWebhook(toWebhookRecord({ renamings: [renaming] })),
		]);
		expect(await ours.findConsent('waba', [current])).toMatchObject([{ marketing: 'optedOut' }]);
	});

	it('enters for the new IDs what another transaction has said under the old ones and not yet ended', async () => {
		const [ours, theirs] = [open('renamed_meanwhile'), open('renamed_meanwhile')];
		const [previous, current] = [{ bsuid: 'US.1' }, { bsuid: 'US.2' }];
		await ours.recordEvidence([]);
		const renaming = { businessAccountId: 'waba', previous, current, atMs: NOON_MS, evidence: 'wamid.1' };
		const stop = { businessAccountId: 'waba', user: previous, kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 'form', evidence: '' } as const;
		// Our transaction has looked for renamings by the time it comes to the sessions, and theirs has none to write.
		await whileHolding('LOCK TABLE renamed_meanwhile.sessions IN SHARE MODE', [
			() => ours.recordWebhook(toWebhookRecord({ consent: [stop], evidence: [INBOUND] })),
			() => theirs.recordWebhook(toWebhookRecord({ renamings: [renaming] })),
		]);
		expect(await ours.findConsent('waba', [current])).toMatchObject([{ marketing: 'optedOut' }]);
	});

	it('gives each of many keys to one of two processes that claim them in opposite orders', async () => {
		const rivals = [open('claims'), open('claims')];
		const keys = Array.from({ length: 200 }, (_, index) => `order ${index}`);
		const toClaim = (sendOnceKey: string) => ({ sendOnceKey, ...KEY, sentAs: 'template' as const, claimedAtMs: NOON_MS });
		const [ours, theirs] = await Promise.all([
			rivals[0]!.claimSends(keys.map(toClaim)),
			rivals[1]!.claimSends([...keys].reverse().map(toClaim)).then((answers) => answers.reverse()),
		]);
		expect(keys.map((_, index) => (ours?.[index] === undefined) !== (theirs?.[index] === undefined))).toEqual(keys.map(() => true));
	});

	it('adds up what two transactions learn about one session at the same moment', async () => {
		const [ours, theirs] = [open('same_session'), open('same_session')];
		await ours.recordEvidence([INBOUND]);
		await whileHolding('LOCK TABLE same_session.sessions IN SHARE MODE', [
			() => ours.recordEvidence([{ ...INBOUND, atMs: NOON_MS + 9 }]),
			() => theirs.recordEvidence([{ ...INBOUND, kind: 'refusal', user: { waId: KEY.user.waId }, atMs: NOON_MS + 5 }]),
		]);
		expect(await ours.findSessions([KEY])).toMatchObject([
			{ lastInboundAtMs: NOON_MS + 9, closedByPlatformAtMs: NOON_MS + 5 },
		]);
	});

	it('makes one session of a person whom two transactions see for the first time at the same moment', async () => {
		const [ours, theirs] = [open('first_seen'), open('first_seen')];
		await ours.recordEvidence([]);
		await whileHolding('LOCK TABLE first_seen.sessions IN SHARE MODE', [
			() => ours.recordEvidence([{ ...INBOUND, user: { waId: KEY.user.waId }, atMs: NOON_MS + 9 }]),
			() => theirs.recordEvidence([INBOUND]),
		]);
		expect(await ours.findSessions([KEY])).toMatchObject([{ ...KEY.user, lastInboundAtMs: NOON_MS + 9 }]);
		expect(await query('SELECT count(*)::int FROM first_seen.sessions')).toEqual([{ count: 1 }]);
	});

	it('gives a status to its send when both come on record at the same moment', async () => {
		const [sender, receiver] = [open('overtaken'), open('overtaken')];
		const claim = { sendOnceKey: 'order', ...KEY, sentAs: 'freeForm' as const, claimedAtMs: NOON_MS };
		await sender.claimSends([claim]);
		const status = { ...KEY, messageId: 'wamid.1', status: 'delivered', atMs: NOON_MS, errorCodes: [] };
		await whileHolding('LOCK TABLE overtaken.early_statuses IN SHARE MODE', [
			() => receiver.recordWebhook(toWebhookRecord({ statuses: [status] })),
			() => sender.recordOutcomes([{ sendOnceKey: 'order', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]),
		]);
		expect(await receiver.findSends(['wamid.1'])).toMatchObject([{ status: 'delivered' }]);
	});

	/** Starts each piece of work when the one before it has come to wait for the lock or is done, and then lets all go on. */
	async function whileHolding(lock: string, works: Array<() => Promise<unknown>>): Promise<void> {
		const client = new Client({ connectionString: postgres.url });
		await client.connect();
		await client.query('BEGIN');
		await client.query(lock);
		const running: Array<Promise<unknown>> = [];
		for (const work of works) {
			let isDone = false;
			running.push(work().finally(() => (isDone = true)));
			while (!isDone && (await countWaiting(client)) < running.length) await setImmediate();
		}
		await client.query('COMMIT');
		await client.end();
		await Promise.all(running);
	}

	async function countWaiting(client: Client): Promise<number> {
		const { rows } = await client.query<{ count: number }>('SELECT count(DISTINCT pid)::int FROM pg_locks WHERE NOT granted');
		return rows[0]?.count ?? 0;
	}
});

async function query(sql: string): Promise<unknown[]> {
	const client = new Client({ connectionString: postgres.url });
	await client.connect();
	const { rows } = await client.query(sql);
	await client.end();
	return rows;
}

function toWait(waitId: string, user: UserIdentity, questionIds: string[]): AnswerWait {
	const instants = { askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + 1 };
	const execution = { resumeUrl: `u.${waitId}`, instanceId: 'i', executionId: '1' };
	return { waitId, phoneNumberId: '1', user, questionIds, ...execution, ...instants, takesGestures: false };
}
