import type { NewKeptMessage } from '../../nodes/shared/store/Outbox';
import type { Store } from '../../nodes/shared/store/Store';
import type { StoreEventTopic } from '../../nodes/shared/store/StoreEvents';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';

const WABA = 'waba';
const USAGE: StoreEventTopic = { receiver: 'live/1/trigger', kind: 'usageReached' };
const GIVEN_UP: StoreEventTopic = { ...USAGE, kind: 'givenUp' };
const LEASE_MS = 60 * SECOND_MS;
const ADA = { waId: '15551234567' };

/** What a look at the store finds, and each trigger tells of once. */
export function describeStoreEvents(open: OpenStore): void {
	describe('what a look at the store finds', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => void ({ store } = opened = await open()));
		afterEach(() => store.close());

		const add = async (subjects: string[], topic = USAGE, atMs = NOON_MS) => await store.addStoreEvents(topic, subjects, atMs);
		const claim = async (atMs = NOON_MS, topic = USAGE, limit = 10) => await store.claimStoreEvents({ ...topic, atMs, leaseUntilMs: atMs + LEASE_MS, limit });

		it('is nothing where nothing was found, and nothing is done for nothing', async () => {
			await add([]);
			expect(await claim()).toEqual([]);
			expect(await store.findStoreEvents(USAGE, [])).toEqual([]);
			await store.renewStoreEvents(USAGE, [], NOON_MS);
			await store.settleStoreEvents(USAGE, []);
		});

		it('is on record once, whoever finds it once more, and for each trigger and kind by itself', async () => {
			await add(['["1","2026-11",800]', 'a "b" 🙂']);
			await add(['a "b" 🙂', 'c'], USAGE, NOON_MS + 1);
			await add(['c'], { ...USAGE, receiver: 'live/2/trigger' });
			expect(await store.findStoreEvents(USAGE, ['c', 'a "b" 🙂', 'd'])).toHaveLength(2);
			expect(await store.findStoreEvents(GIVEN_UP, ['c'])).toEqual([]);
			expect((await claim(NOON_MS + 1)).sort()).toEqual(['["1","2026-11",800]', 'a "b" 🙂', 'c']);
			expect(await claim(NOON_MS + 1, { ...USAGE, receiver: 'live/2/trigger' })).toEqual(['c']);
		});

		it('is claimed by one process, the earliest first, and by another one when its lease has run out', async () => {
			await add(['later'], USAGE, NOON_MS + 1);
			await add(['first']);
			expect(await claim(NOON_MS + 1, USAGE, 1)).toEqual(['first']);
			expect(await claim(NOON_MS + 1)).toEqual(['later']);
			expect(await claim(NOON_MS + LEASE_MS)).toEqual([]);
			expect(await claim(NOON_MS + 1 + LEASE_MS)).toEqual(['first', 'later']);
		});

		it('stays claimed while its process is at it, and is never claimed again when it was told of', async () => {
			await add(['a', 'b']);
			await claim();
			await store.renewStoreEvents(USAGE, ['a', 'b'], NOON_MS + HOUR_MS);
			await store.settleStoreEvents(USAGE, ['a']);
			// Too late: the other process has told of it.
			await store.renewStoreEvents(USAGE, ['a'], NOON_MS);
			await store.close();
			store = await opened.reopen();
			// A lease of a clock that is an hour ahead.
			expect(await claim(NOON_MS + SECOND_MS)).toEqual(['b']);
			await add(['a'], USAGE, NOON_MS + DAY_MS);
			expect(await claim(NOON_MS + DAY_MS)).toEqual(['b']);
		});

		it('is given to one of many that claim at once', async () => {
			const subjects = Array.from({ length: 40 }, (_, index) => `subject ${index}`);
			await Promise.all([add(subjects), add(subjects)]);
			const claimed = await Promise.all([claim(), claim(), claim(), claim(), claim(), claim()]);
			const left = await claim(NOON_MS, USAGE, 100);
			expect([...claimed.flat(), ...left].sort()).toEqual([...subjects].sort());
		});

		it('begins with the first look, and goes on where it was', async () => {
			expect(await store.watchStoreEvents(USAGE, NOON_MS)).toBe(NOON_MS);
			expect(await store.watchStoreEvents(USAGE, NOON_MS + DAY_MS)).toBe(NOON_MS);
			expect(await store.watchStoreEvents(GIVEN_UP, NOON_MS + DAY_MS)).toBe(NOON_MS + DAY_MS);
		});

		it('is forgotten after 60 days, and so is who has not looked for as long', async () => {
			await add(['a']);
			await store.watchStoreEvents(USAGE, NOON_MS);
			const count = async () => [await opened.countRows('store_events'), await opened.countRows('store_event_watches')];
			await store.prune(NOON_MS + 60 * DAY_MS);
			expect(await count()).toEqual([1, 1]);
			await store.prune(NOON_MS + 60 * DAY_MS + 1);
			expect(await count()).toEqual([0, 0]);
		});
	});

	describe('messages that are given up', () => {
		let store: Store;
		beforeEach(async () => {
			({ store } = await open());
			await store.watchStoreEvents(GIVEN_UP, NOON_MS);
		});
		afterEach(() => store.close());

		const keep = async (key: string, more: Partial<NewKeptMessage> = {}) =>
			await store.keepMessage({ key, label: key, businessAccountId: WABA, phoneNumberId: '1', user: ADA, content: '{}', keptAtMs: NOON_MS, expiresAtMs: NOON_MS + HOUR_MS, ...more });
		const look = async (atMs = NOON_MS + HOUR_MS, more = {}) => await store.addGivenUp({ receiver: GIVEN_UP.receiver, businessAccountId: WABA, atMs, endedByMs: atMs, limit: 10, ...more });
		const claim = async (atMs = NOON_MS + HOUR_MS) => await store.claimStoreEvents({ ...GIVEN_UP, atMs, leaseUntilMs: atMs + LEASE_MS, limit: 10 });

		it('are found at their end, once, with all that is on record of them', async () => {
			await keep('a', { content: '{"text":"🙂"}' });
			expect(await look(NOON_MS + HOUR_MS - 1)).toBe(0);
			expect(await look()).toBe(1);
			expect(await look()).toBe(0);
			expect(await claim()).toEqual(['a']);
			expect(await store.findKeptMessages(['a', 'unknown'], NOON_MS + HOUR_MS)).toMatchObject([{ key: 'a', state: 'givenUp', content: '{"text":"🙂"}', user: ADA }]);
			expect(await store.findKeptMessages([], NOON_MS)).toEqual([]);
		});

		it.each([
			['of another account', { businessAccountId: 'other' }],
			['whose end is not here', { expiresAtMs: NOON_MS + HOUR_MS + 1 }],
			['whose end came before anybody looked', { expiresAtMs: NOON_MS }],
		])('are none %s', async (_, more) => {
			await keep('a', more);
			expect(await look()).toBe(0);
		});

		it('are those of chosen numbers, where some are chosen', async () => {
			await keep('a');
			await keep('b', { phoneNumberId: '2' });
			expect(await look(undefined, { phoneNumberIds: [] })).toBe(0);
			expect(await look(undefined, { phoneNumberIds: ['2', '3'] })).toBe(1);
			expect(await claim()).toEqual(['b']);
		});

		it('are none that went out, were refused or cancelled, and none that a sender still holds', async () => {
			for (const key of ['sent', 'refused', 'cancelled', 'held']) await keep(key, { user: { waId: `1555${key.charCodeAt(0)}` } });
			const lease = (leaseId: string) => ({ leaseId, atMs: NOON_MS, leaseUntilMs: NOON_MS + HOUR_MS + LEASE_MS });
			const take = async (key: string) => (await store.claimOutbox(WABA, { phoneNumberId: '1', user: { waId: `1555${key.charCodeAt(0)}` } }, lease(key))).messages[0]!.outboxId;
			await store.settleOutbox('sent', [{ outboxId: await take('sent'), state: 'sent', messageId: 'wamid.1', atMs: NOON_MS }]);
			await store.settleOutbox('refused', [{ outboxId: await take('refused'), state: 'notSent', reason: 'refused', atMs: NOON_MS }]);
			await store.cancelOutbox([await take('cancelled')], NOON_MS);
			await take('held');
			expect(await look()).toBe(0);
			expect(await look(NOON_MS + HOUR_MS + LEASE_MS)).toBe(1);
			expect(await claim(NOON_MS + HOUR_MS + LEASE_MS)).toEqual(['held']);
		});

		it('are found page by page, the one that ended first first, and after a long absence too', async () => {
			for (const [index, key] of ['c', 'a', 'b'].entries()) await keep(key, { expiresAtMs: NOON_MS + HOUR_MS + index });
			const backMs = NOON_MS + 20 * DAY_MS;
			expect(await look(backMs, { limit: 2 })).toBe(2);
			expect((await claim(backMs)).sort()).toEqual(['a', 'c']);
			expect(await look(backMs, { limit: 2 })).toBe(1);
			expect(await claim(backMs)).toEqual(['b']);
		});

		it('are found a day late as well: a sender held one beyond its end', async () => {
			await keep('late');
			await look(NOON_MS + HOUR_MS, { phoneNumberIds: ['another'] });
			await look(NOON_MS + 20 * HOUR_MS, { phoneNumberIds: ['another'] });
			expect(await look(NOON_MS + 24 * HOUR_MS)).toBe(1);
		});

		it('are put on record once by several processes that look at once', async () => {
			for (let index = 0; index < 20; index++) await keep(`kept ${index}`);
			await Promise.all([look(), look(), look()]);
			while ((await look()) > 0);
			const claimed = [await claim(), await claim(), await claim()].flat();
			expect(new Set(claimed).size).toBe(20);
			expect(claimed).toHaveLength(20);
		});

		it('are forgotten with their person', async () => {
			await keep('a');
			await look();
			await store.forgetContact({ businessAccountId: WABA, phoneNumberIds: ['1'], user: ADA });
			expect(await store.findStoreEvents(GIVEN_UP, ['a'])).toEqual([]);
		});
	});
}
