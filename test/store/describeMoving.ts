import fc from 'fast-check';
import { DateTime } from 'luxon';

import type { Conversation } from '../../nodes/shared/domain/Conversation';
import { conversationState } from '../../nodes/shared/domain/conversationState';
import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import { moveStore } from '../../nodes/shared/store/moving/moveStore';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const WABA = 'waba';
const ADA = { bsuid: 'US.1', waId: '12025550143' };
const REPEATED = { changed: 0, missing: 0, waiting: 0 };
/** What says in the target that messages being combined were moved. */
const MARKS = 1;
const GIVEN_UP = { receiver: 'trigger', kind: 'givenUp' } as const;

/** All that is in one store goes into another one, as often as one likes, and while both are used. */
export function describeMoving(open: OpenStore): void {
	describe('moving into another store', () => {
		let source: OpenedStore;
		let target: OpenedStore;
		const move = async (atMs = NOON_MS + HOUR_MS) => await moveStore(source.store, target.store, { atMs });
		beforeEach(async () => void ([source, target] = [await open(), await open()]));
		afterEach(async () => void (await Promise.all([source.store.close(), target.store.close()])));

		it('takes every kind of record along, and adds nothing when it is done again', async () => {
			await fillAll(source.store);
			const first = await move();
			const { tables } = await source.store.findHealth(NOON_MS);
			expect(tables.filter(({ rows }) => rows === 0)).toEqual([]);
			expect(new Map(first.map(({ name, rows }) => [name, rows]))).toEqual(new Map(tables.map(({ name, rows }) => [name, rows])));
			expect(first.filter(({ missing }) => missing > 0)).toEqual([]);
			const expected = tables.map((table) => (table.name === 'received_events' ? { ...table, rows: table.rows + MARKS } : table));
			expect((await target.store.findHealth(NOON_MS)).tables).toEqual(expected);
			for (const report of await move()) expect(report).toMatchObject(REPEATED);
			expect((await target.store.findHealth(NOON_MS)).tables).toEqual(expected);
		});

		it('goes on where it was stopped', async () => {
			await fillAll(source.store);
			const stopped = new AbortController();
			const merge = target.store.mergeRows.bind(target.store);
			let calls = 0;
			target.store.mergeRows = async (...given) => {
				if (++calls === 5) stopped.abort(new Error('stopped'));
				return await merge(...given);
			};
			await expect(moveStore(source.store, target.store, { atMs: NOON_MS + HOUR_MS, signal: stopped.signal })).rejects.toThrow('stopped');
			target.store.mergeRows = merge;
			await move();
			const rowsOf = async ({ store }: OpenedStore) => (await store.findHealth(NOON_MS)).tables.filter(({ name }) => name !== 'received_events');
			expect(await rowsOf(target)).toEqual(await rowsOf(source));
		});

		it('reads long tables page by page', async () => {
			const ids = Array.from({ length: 1_234 }, (_, index) => `wamid.${index}`);
			await source.store.acknowledgeEvents('trigger', ids, NOON_MS);
			await source.store.recordEvidence(ids.map((_, index) => ({ kind: 'inbound', phoneNumberId: '1', user: { waId: `1555${index}` }, atMs: NOON_MS })));
			await move();
			expect([await target.countRows('received_events'), await target.countRows('sessions')]).toEqual([1_234, 1_234]);
		});

		it('starts nothing again that was handled before', async () => {
			await source.store.acknowledgeEvents('trigger', ['a'], NOON_MS);
			await target.store.recordWebhook(toWebhookRecord({ eventIds: ['a'] }));
			await move();
			const again = toWebhookRecord({ eventIds: ['a'], deliveryId: 'other', receivedAtMs: NOON_MS + DAY_MS });
			expect(await target.store.recordWebhook(again)).toEqual({ leased: [], underWay: [] });
		});

		it('rings no alarm a second time, and those of others all the same', async () => {
			const closing = { alarm: 'alarm', batchId: 'batch', leaseUntilMs: NOON_MS + 1, phoneNumberIds: ['1'], onlyUnanswered: false, atMs: NOON_MS, dueInboundMs: NOON_MS, limit: 10 };
			const wrote = (waId: string) => ({ kind: 'inbound' as const, phoneNumberId: '1', user: { waId }, atMs: NOON_MS - 23 * HOUR_MS });
			// The row of somebody else has the number there that Ada's has here.
			await target.store.recordEvidence([wrote('9')]);
			await source.store.recordEvidence([wrote('1')]);
			await source.store.claimClosings(closing);
			await move();
			await source.store.acknowledgeClosings(['batch']);
			await move();
			expect(await target.store.claimClosings({ ...closing, batchId: 'other', atMs: NOON_MS + 2 })).toMatchObject({ batchId: 'other', sessions: [{ waId: '9' }] });
		});

		it('tells nobody twice of what was given up, and of what was not told of all the same', async () => {
			const kept = { label: 'own', businessAccountId: WABA, phoneNumberId: '1', user: ADA, content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + HOUR_MS };
			const at = { atMs: NOON_MS + HOUR_MS, leaseUntilMs: NOON_MS + 2 * HOUR_MS, limit: 10 };
			await source.store.watchStoreEvents(GIVEN_UP, NOON_MS);
			await target.store.watchStoreEvents(GIVEN_UP, NOON_MS + 40 * HOUR_MS);
			for (const key of ['told', 'claimed', 'new']) await source.store.keepMessage({ ...kept, key });
			await source.store.addStoreEvents(GIVEN_UP, ['told', 'claimed'], NOON_MS);
			await source.store.claimStoreEvents({ ...GIVEN_UP, ...at });
			await move();
			await source.store.settleStoreEvents(GIVEN_UP, ['told']);
			await move();
			const later = { atMs: NOON_MS + 40 * HOUR_MS, leaseUntilMs: NOON_MS + 41 * HOUR_MS, limit: 10 };
			await target.store.addGivenUp({ receiver: GIVEN_UP.receiver, businessAccountId: WABA, endedByMs: later.atMs, ...later });
			expect((await target.store.claimStoreEvents({ ...GIVEN_UP, ...later })).sort()).toEqual(['claimed', 'new']);
		});

		it('lets nobody answer again what was answered before the last move', async () => {
			const wait = { waitId: 'wait', phoneNumberId: '1', user: ADA, questionIds: ['q'], resumeUrl: 'http://n8n/wait', instanceId: 'i', executionId: '3', takesGestures: false };
			await source.store.recordWaits([{ ...wait, askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS }]);
			await move();
			const answer = (eventId: string) => ({ eventId, phoneNumberId: '1', user: ADA, atMs: NOON_MS + SECOND_MS, repliesTo: 'q' });
			const delivery = { deliveryId: 'delivery', atMs: NOON_MS + 2 * SECOND_MS, leaseUntilMs: NOON_MS + HOUR_MS };
			const { claimed } = await source.store.claimAnswers([answer('a')], delivery);
			await source.store.settleAnswers('delivery', claimed.map((one) => ({ claim: one, outcome: 'continued' as const })));
			await move();
			expect(await target.store.claimAnswers([answer('a')], { ...delivery, deliveryId: 'other' })).toMatchObject({ claimed: [], continued: ['a'] });
			expect(await target.store.claimAnswers([answer('b')], { ...delivery, deliveryId: 'other' })).toMatchObject({ claimed: [] });
		});

		it('keeps the order of what waits, and ends what was sent before the last move', async () => {
			const kept = (key: string, keptAtMs: number) => ({ key, label: key, businessAccountId: WABA, phoneNumberId: '1', user: ADA, content: '{}', keptAtMs, expiresAtMs: NOON_MS + DAY_MS });
			const lease = (leaseId: string) => ({ leaseId, atMs: NOON_MS + HOUR_MS, leaseUntilMs: NOON_MS + HOUR_MS + 1 });
			for (const [index, key] of ['c', 'a', 'b'].entries()) await source.store.keepMessage(kept(key, NOON_MS + index));
			await move();
			const { messages } = await source.store.claimOutbox(WABA, { phoneNumberId: '1', user: ADA }, lease('first'));
			await source.store.settleOutbox('first', [{ outboxId: messages[0]!.outboxId, state: 'sent', messageId: 'wamid.c', atMs: NOON_MS }]);
			await move();
			const left = await target.store.claimOutbox(WABA, { phoneNumberId: '1', user: ADA }, lease('other'));
			expect(left.messages.map(({ key }) => key)).toEqual(['a', 'b']);
		});

		it('takes what is sent for sent, also where it was cancelled in the other store at the last moment, and sends it no more', async () => {
			const ofAda = { phoneNumberId: '1', user: ADA };
			const kept = { key: 'k', label: 'k', businessAccountId: WABA, ...ofAda, content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + DAY_MS };
			const lease = { leaseId: 'one', atMs: NOON_MS, leaseUntilMs: NOON_MS + HOUR_MS };
			const outboxId = async ({ store }: OpenedStore) => (await store.keepMessage(kept)).outboxId;
			const own = await outboxId(source);
			await move();
			await source.store.claimOutbox(WABA, ofAda, lease);
			await target.store.cancelOutbox([await outboxId(target)], NOON_MS + 1);
			await source.store.settleOutbox('one', [{ outboxId: own, state: 'sent', messageId: 'wamid.k', atMs: NOON_MS + 2 }]);
			for (let times = 0; times < 2; times++) {
				await move();
				expect(await target.store.keepMessage(kept)).toMatchObject({ state: 'sent', messageId: 'wamid.k', settledAtMs: NOON_MS + 2 });
			}
			expect(await target.store.claimOutbox(WABA, ofAda, { ...lease, leaseId: 'other' })).toMatchObject({ messages: [] });
		});

		describe('messages that are being combined', () => {
			const MINUTE_MS = 60 * SECOND_MS;
			const limits = { waitMs: 5 * SECOND_MS, mostMessages: 10, mostMs: 5 * SECOND_MS };
			const gather = async ({ store }: OpenedStore, eventId: string, atMs: number) =>
				await store.gatherMessages({ receiver: 'trigger', deliveryId: eventId, atMs, leaseUntilMs: atMs + MINUTE_MS, limits, messages: [{ eventId, phoneNumberId: '1', user: ADA, event: '{}' }] });
			const claim = async ({ store }: OpenedStore, atMs: number) => await store.claimGatherings({ receiver: 'trigger', atMs, leaseUntilMs: atMs + MINUTE_MS, limit: 10 });
			const waitingOf = (reports: Awaited<ReturnType<typeof move>>) => reports.find(({ name }) => name === 'gatherings');

			it('stay where they are while their trigger may be at work on them there, and come along when it is not', async () => {
				await gather(source, 'a', NOON_MS);
				expect(waitingOf(await move(NOON_MS + MINUTE_MS))).toMatchObject({ rows: 1, changed: 0, missing: 0, waiting: 1 });
				expect(await target.countRows('gatherings')).toBe(0);
				// Another one comes in, and nobody takes them: the trigger looks into the other store.
				await gather(source, 'b', NOON_MS + SECOND_MS);
				await gather(target, 'c', NOON_MS + MINUTE_MS);
				expect(waitingOf(await move(NOON_MS + 4 * MINUTE_MS))).toMatchObject({ rows: 1, changed: 1, missing: 0, waiting: 0 });
				const items = (await claim(target, NOON_MS + 5 * MINUTE_MS)).map(({ messages }) => messages.map(({ eventId }) => eventId));
				expect(items).toEqual([['a', 'b'], ['c']]);
			});

			it('start nothing once more, whichever store they were handed over from', async () => {
				await gather(source, 'a', NOON_MS);
				const [first] = await claim(source, NOON_MS + 10 * SECOND_MS);
				await move(NOON_MS + 11 * SECOND_MS);
				await source.store.removeGatherings([first!.gatheringId]);
				await move(NOON_MS + DAY_MS);
				expect(await claim(target, NOON_MS + DAY_MS)).toEqual([]);

				await gather(source, 'b', NOON_MS);
				await move(NOON_MS + DAY_MS);
				const moved = await claim(target, NOON_MS + DAY_MS);
				expect(moved).toHaveLength(1);
				await target.store.removeGatherings(moved.map(({ gatheringId }) => gatheringId));
				for (const report of await move(NOON_MS + DAY_MS)) expect(report).toMatchObject(REPEATED);
				// When the target has forgotten that they were moved the file is a backup, and they are too old.
				await target.store.prune(NOON_MS + 9 * DAY_MS);
				await move(NOON_MS + 9 * DAY_MS);
				expect(await target.countRows('gatherings')).toBe(0);
			});
		});

		it('counts every message once, whatever store its statuses come to, before, between and during moves', async () => {
			const reference = await open();
			const price = { category: 'service', type: 'free_customer_service', isBillable: false };
			const notice = fc.record({ message: fc.nat(5), status: fc.constantFrom('sent', 'delivered', 'read'), seconds: fc.nat(60), isPriced: fc.boolean() });
			const notices = fc.array(notice, { maxLength: 6 });
			let run = 0;
			await fc.assert(
				fc.asyncProperty(notices, notices, notices, notices, async (before, during, between, after) => {
					const phoneNumberId = `number ${++run}`;
					const tell = async (store: Store, told: typeof before) => {
						const statuses = told.map(({ message, status, seconds, isPriced }) => ({ messageId: `wamid.${run}.${message}`, phoneNumberId, user: {}, status, atMs: NOON_MS + seconds * SECOND_MS, errorCodes: [], ...(isPriced && { price }) }));
						for (const one of [store, reference.store]) await one.recordWebhook(toWebhookRecord({ statuses }));
					};
					await tell(source.store, before);
					const merge = target.store.mergeRows.bind(target.store);
					const left = [...during];
					target.store.mergeRows = async (...given) => {
						// One comes to each store between any two steps.
						for (const { store } of [source, target]) await tell(store, left.splice(0, 1));
						return await merge(...given);
					};
					await move();
					target.store.mergeRows = merge;
					await tell(source.store, between);
					await tell(target.store, after);
					expect((await move()).filter(({ missing }) => missing > 0)).toEqual([]);
					expect((await move()).filter(({ changed }) => changed > 0)).toEqual([]);
					const countOf = async ({ store }: OpenedStore) => (await store.countUsage([phoneNumberId], NOON_MS, NOON_MS + HOUR_MS)).map((count) => JSON.stringify(count)).sort();
					expect(await countOf(target)).toEqual(await countOf(reference));
				}),
				{ numRuns: 20 },
			);
			await reference.store.close();
		}, 60_000);

		it('holds a stop of the meantime against both names, also after the person has left the number', async () => {
			await source.store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			const stop = { businessAccountId: WABA, user: { bsuid: ADA.bsuid }, kind: 'marketing', state: 'optedOut', source: 'keyword', evidence: 'wamid.STOP' } as const;
			await target.store.recordConsent([{ ...stop, atMs: NOON_MS + 1 }]);
			await move();
			await target.store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: { ...ADA, waId: '2' }, atMs: NOON_MS + 2 }]);
			expect(await target.store.findConsent(WABA, [{ waId: ADA.waId }])).toMatchObject([{ marketing: 'optedOut' }]);
		});

		it('sends nothing again that went out, whatever became of the key on either side', async () => {
			const send = async (store: Store, sendOnceKey: string, messageId: string, claimId = messageId) => {
				const claims = await store.claimSends([{ ...claim(sendOnceKey), claimId }]);
				await store.recordOutcomes([{ sendOnceKey, claimId, state: 'sent', messageId, sentAtMs: NOON_MS }]);
				return claims;
			};
			const fail = async (store: Store, messageId: string) =>
				await store.recordWebhook(toWebhookRecord({ statuses: [{ messageId, phoneNumberId: '1', user: {}, status: 'failed', atMs: NOON_MS, errorCodes: [131026] }] }));
			for (const key of ['retired here', 'retired there', 'both']) await send(source.store, key, `wamid ${key}`);
			await source.store.claimSends([{ ...claim('undecided'), claimId: 'u' }]);
			await move();
			await fail(source.store, 'wamid retired here');
			expect(await send(source.store, 'retired here', 'wamid once more')).toEqual([undefined]);
			await fail(target.store, 'wamid retired there');
			expect(await send(target.store, 'retired there', 'wamid there')).toEqual([undefined]);
			await send(source.store, 'in between', 'wamid here');
			await send(target.store, 'in between', 'wamid too');
			await source.store.recordOutcomes([{ sendOnceKey: 'undecided', claimId: 'u', state: 'sent', messageId: 'wamid.u', sentAtMs: NOON_MS }]);
			expect((await move()).filter(({ missing }) => missing > 0)).toEqual([]);
			expect((await move()).filter(({ changed }) => changed > 0)).toEqual([]);
			for (const key of ['retired here', 'retired there', 'both', 'in between', 'undecided']) {
				expect(await target.store.claimSends([claim(key)])).toMatchObject([{ state: 'sent' }]);
			}
			const all = ['wamid retired here', 'wamid once more', 'wamid retired there', 'wamid there', 'wamid both', 'wamid here', 'wamid too', 'wamid.u'];
			expect((await target.store.findSends(all)).map((record) => record?.messageId)).toEqual(all);
			expect(await target.countRows('sends')).toBe(all.length);
		});

		it('is refused where both have forgotten people with keys of their own', async () => {
			for (const { store } of [source, target]) await forgetSomebody(store);
			await expect(move()).rejects.toThrow('Both stores have forgotten people of the account waba');
		});

		it('comes to the decisions of one store that had it all, whatever was written where and when', async () => {
			const reference = await open();
			let run = 0;
			const part = fc.array(HAPPENING, { maxLength: 5 });
			await fc.assert(
				fc.asyncProperty(part, part, part, async (before, between, after) => {
					const nowMs = NOON_MS + ++run * 30 * DAY_MS;
					const people = [1, 2].map((person) => ({ bsuid: `US.${run}x${person}`, waId: `1202${run}555${person}` }));
					let index = 0;
					const write = async (store: Store, happenings: Happening[]) => {
						for (const happening of happenings) {
							const happened = { ...happening, atMs: nowMs - DAY_MS + ++index * HOUR_MS, people, key: `${run}.${index}` };
							for (const one of [store, reference.store]) await happen(one, happened);
						}
					};
					await write(source.store, before);
					await move();
					await write(source.store, between);
					await write(target.store, after);
					expect((await move()).filter(({ missing }) => missing > 0)).toEqual([]);
					expect(await decide(target.store, nowMs, people)).toEqual(await decide(reference.store, nowMs, people));
				}),
				{ numRuns: 20 },
			);
			await reference.store.close();
		}, 60_000);
	});
}

interface Happening {
	kind: 'inbound' | 'refusal' | 'outbound' | 'optIn' | 'optOut' | 'takeOver' | 'giveBack' | 'passOn' | 'takeBack';
	person: number;
	named: string;
}

const HAPPENING: fc.Arbitrary<Happening> = fc.record({
	kind: fc.constantFrom('inbound', 'inbound', 'refusal', 'outbound', 'optIn', 'optOut', 'takeOver', 'takeOver', 'giveBack', 'passOn', 'takeBack'),
	person: fc.nat(1),
	named: fc.constantFrom('both', 'bsuid', 'waId'),
});

async function happen(store: Store, { kind, person, named, atMs, people, key }: Happening & { atMs: number; people: UserIdentity[]; key: string }) {
	const both = people[person] as Required<UserIdentity>;
	const user = named === 'both' ? both : named === 'bsuid' ? { bsuid: both.bsuid } : { waId: both.waId };
	const learned = learnedFrom(kind, atMs);
	if (learned) return await store.recordEvidence([{ kind: 'conversation', phoneNumberId: '1', user, atMs, conversation: learned }]);
	if (kind === 'inbound' || kind === 'refusal' || kind === 'outbound') return await store.recordEvidence([{ kind, phoneNumberId: '1', user, atMs }]);
	const state = kind === 'optIn' ? 'optedIn' : 'optedOut';
	await store.recordConsent([{ businessAccountId: WABA, user, kind: 'marketing', state, source: 'form', evidence: key, atMs }]);
}

/** What is said about whose turn it is. */
function learnedFrom(kind: Happening['kind'], atMs: number): Conversation | undefined {
	if (kind === 'takeOver') return { signs: { businessApp: { sinceMs: atMs, atMs, untilMs: atMs + 12 * HOUR_MS } } };
	if (kind === 'giveBack') return { givenBackAtMs: atMs };
	return kind === 'passOn' || kind === 'takeBack' ? { owner: { isElsewhere: kind === 'passOn', atMs } } : undefined;
}

async function decide(store: Store, nowMs: number, people: UserIdentity[]): Promise<unknown> {
	const now = DateTime.fromMillis(nowMs, { zone: 'utc' });
	const users = people.flatMap((both) => [both, { bsuid: both.bsuid }, { waId: both.waId }]);
	const decisions = [];
	for (const user of users) {
		const [session] = await store.findSessions([{ phoneNumberId: '1', user }]);
		const [consent] = await store.findConsent(WABA, [user]);
		const { isOpen, closesAt } = customerServiceWindow(session, now);
		// Since when somebody has it is told, and decides nothing; see `mergeConversations`.
		const turn = { ...conversationState(session, now), sinceMs: undefined };
		decisions.push({ user, isOpen, closesAt: closesAt?.toISO(), marketing: consent?.marketing, turn });
	}
	return decisions;
}

async function fillAll(store: Store): Promise<void> {
	await forgetSomebody(store);
	await store.recordEvidence([
		{ kind: 'referral', phoneNumberId: '1', user: ADA, atMs: NOON_MS - 2 },
		{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS },
		{ kind: 'answer', phoneNumberId: '1', user: ADA, atMs: NOON_MS + 1 },
		{ kind: 'refusal', phoneNumberId: '1', user: { waId: '2' }, atMs: NOON_MS },
		{ kind: 'freeEntryPoint', phoneNumberId: '1', user: { waId: '2' }, atMs: NOON_MS, untilMs: NOON_MS + DAY_MS },
	]);
	await store.recordConsent([
		{ businessAccountId: WABA, user: ADA, kind: 'marketing', state: 'optedIn', source: 'form', evidence: 'row 1', wording: 'Yes “please” 🙂', atMs: NOON_MS },
		{ businessAccountId: WABA, user: { waId: '2' }, kind: 'topic:news', state: 'optedOut', source: 'form', evidence: 'row 2', atMs: NOON_MS },
	]);
	await store.claimSends([
		{ ...claim('template'), claimId: 'try', sentAs: 'template', template: { businessAccountId: WABA, category: 'marketing' }, origin: { workflowId: '1', executionId: '2' } as never },
		{ ...claim('own'), user: ADA, perPerson: { businessAccountId: WABA, group: 'group', formerGroup: 'former' } },
	]);
	await store.recordOutcomes([{ sendOnceKey: 'own', state: 'sent', messageId: 'wamid.own', sentAtMs: NOON_MS }]);
	const limits = { waitMs: SECOND_MS, mostMessages: 2, mostMs: SECOND_MS };
	const gathered = { receiver: 'trigger', deliveryId: 'gathering', atMs: NOON_MS, leaseUntilMs: NOON_MS + HOUR_MS, limits };
	await store.gatherMessages({ ...gathered, messages: [{ eventId: 'gathered', phoneNumberId: '1', user: ADA, event: '{"text":"Yes “please” 🙂"}' }] });
	await store.recordMedia([{ businessAccountId: WABA, phoneNumberId: '1', sha256: 'a', mimeType: 'image/png', mediaId: '7', expiresAtMs: NOON_MS + DAY_MS }], NOON_MS);
	const wait = { waitId: 'wait', phoneNumberId: '1', user: ADA, questionIds: ['q1', 'q2'], resumeUrl: 'http://n8n/wait', instanceId: 'i', executionId: '3', takesGestures: true };
	await store.recordWaits([{ ...wait, askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS }]);
	await store.watchStoreEvents(GIVEN_UP, NOON_MS);
	await store.addStoreEvents(GIVEN_UP, ['kept'], NOON_MS);
	await store.keepMessage({ key: 'kept', label: 'own', businessAccountId: WABA, phoneNumberId: '1', user: ADA, content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + DAY_MS });
	const price = { category: 'utility', isBillable: true };
	await store.recordWebhook(
		toWebhookRecord({
			eventIds: ['a'],
			statuses: [
				{ messageId: 'wamid.own', phoneNumberId: '1', user: ADA, status: 'read', atMs: NOON_MS + 3, errorCodes: [], price },
				{ messageId: 'wamid.foreign', phoneNumberId: '1', user: ADA, status: 'sent', atMs: NOON_MS + 3, errorCodes: [] },
			],
			templateChanges: [{ businessAccountId: WABA, templateId: '1', atMs: NOON_MS }],
			renamings: [{ businessAccountId: WABA, previous: { waId: '2' }, current: { waId: '3' }, atMs: NOON_MS + SECOND_MS, evidence: 'wamid.R' }],
		}),
	);
	await store.claimClosings({ alarm: 'alarm', batchId: 'batch', leaseUntilMs: NOON_MS + DAY_MS, phoneNumberIds: ['1'], onlyUnanswered: false, atMs: NOON_MS + 23 * HOUR_MS, dueInboundMs: NOON_MS, limit: 10 });
}

async function forgetSomebody(store: Store): Promise<void> {
	const user = { waId: '4915112345678' };
	await store.recordConsent([{ businessAccountId: WABA, user, kind: 'everything', state: 'optedOut', source: 'form', evidence: 'row 0', atMs: NOON_MS }]);
	await store.forgetContact({ businessAccountId: WABA, phoneNumberIds: ['1'], user });
}

function claim(sendOnceKey: string) {
	return { sendOnceKey, phoneNumberId: '1', user: { waId: '12025550199' }, sentAs: 'freeForm' as const, claimedAtMs: NOON_MS };
}
