import type { KeptMessage, NewKeptMessage } from '../../nodes/shared/store/Outbox';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';

const WABA = `a "waba's"`;
const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { waId: '15557654321' };
const TO_ADA = { phoneNumberId: '1', user: ADA };
const LEASE_MS = 60 * SECOND_MS;

const message = (key: string, more: Partial<NewKeptMessage> = {}): NewKeptMessage => ({
	...{ key, label: `label of ${key}`, businessAccountId: WABA, phoneNumberId: '1', user: ADA, content: `{"text":"${key} 🙂"}` },
	...{ keptAtMs: NOON_MS, expiresAtMs: NOON_MS + DAY_MS },
	...more,
});
const lease = (leaseId = 'lease', atMs = NOON_MS + SECOND_MS) => ({ leaseId, atMs, leaseUntilMs: atMs + LEASE_MS });
const keysOf = (messages: KeptMessage[]) => messages.map(({ key }) => key);

/** What waits until its person writes. */
export function describeOutbox(open: OpenStore): void {
	describe('the outbox', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => void ({ store } = opened = await open()));
		afterEach(() => store.close());

		const claim = async (leaseId?: string, atMs?: number, person = TO_ADA) => await store.claimOutbox(WABA, person, lease(leaseId, atMs));
		const list = async (more = {}) => await store.listOutbox({ businessAccountId: WABA, after: 0, limit: 10, atMs: NOON_MS, ...more });

		it('is empty where nothing was kept, and nothing is done for nothing', async () => {
			expect(await store.hasKept(WABA, NOON_MS)).toBe(false);
			expect(await claim()).toEqual({ messages: [] });
			expect(await list()).toEqual([]);
			expect(await store.findKeptPeople(WABA, NOON_MS, 0, 10)).toEqual([]);
			expect(await store.cancelOutbox([], NOON_MS)).toEqual([]);
			await store.settleOutbox('lease', []);
		});

		it('gives what was kept whole and in order, also after a restart and whatever the clocks said', async () => {
			await store.keepMessage(message('first'));
			await store.keepMessage(message('second', { keptAtMs: NOON_MS - HOUR_MS }));
			await store.keepMessage(message('third', { keptAtMs: NOON_MS }));
			await store.keepMessage(message('of Ben', { user: BEN }));
			await store.close();
			store = await opened.reopen();
			const { messages } = await claim();
			expect(keysOf(messages)).toEqual(['first', 'second', 'third']);
			expect(messages[0]).toMatchObject({ ...message('first'), round: 'first', state: 'kept' });
			expect(messages.map(({ round }) => round)).toEqual(['first', 'first', 'first']);
		});

		it('keeps a message once, and begins a new round when nothing waits any more', async () => {
			const kept = await store.keepMessage(message('a'));
			expect(await store.keepMessage(message('a', { content: '{"text":"other"}' }))).toEqual(kept);
			await store.cancelOutbox([kept.outboxId], NOON_MS);
			expect(await store.keepMessage(message('a'))).toMatchObject({ state: 'cancelled', content: undefined });
			expect(await store.keepMessage(message('b'))).toMatchObject({ round: 'b', state: 'kept' });
		});

		it('finds a person under the name that is known by the time the person writes', async () => {
			await store.keepMessage(message('by number', { user: { waId: ADA.waId } }));
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			expect(await store.keepMessage(message('by ID', { user: { bsuid: ADA.bsuid } }))).toMatchObject({ round: 'by number' });
			expect(keysOf((await claim('lease', undefined, { phoneNumberId: '1', user: { bsuid: ADA.bsuid } as typeof ADA })).messages)).toEqual(['by number', 'by ID']);
		});

		it.each([
			['of another business number', { phoneNumberId: '2' }],
			['of another account', { businessAccountId: 'other' }],
			['for somebody else', { user: BEN }],
			['that is given up', { expiresAtMs: NOON_MS + SECOND_MS }],
		])('gives nothing %s', async (_, more) => {
			await store.keepMessage(message('a', more));
			expect(await claim()).toEqual({ messages: [] });
		});

		it('is held by one sender at a time, until that one is done, gives it back or has died', async () => {
			await store.keepMessage(message('a'));
			await claim('one');
			expect(await claim('other', NOON_MS + 2 * SECOND_MS)).toEqual({ messages: [], busyUntilMs: NOON_MS + SECOND_MS + LEASE_MS });
			expect(await store.holdOutbox(lease('one', NOON_MS + 30 * SECOND_MS))).toHaveLength(1);
			expect(await claim('other', NOON_MS + SECOND_MS + LEASE_MS)).toMatchObject({ messages: [] });
			expect(keysOf((await claim('other', NOON_MS + 30 * SECOND_MS + LEASE_MS)).messages)).toEqual(['a']);
			expect(await store.holdOutbox(lease('one'))).toEqual([]);
			await store.releaseOutbox('other', NOON_MS);
			expect(keysOf((await claim('one')).messages)).toEqual(['a']);
		});

		it('says how messages ended, and forgets what was said when it is out', async () => {
			for (const key of ['a', 'b', 'c']) await store.keepMessage(message(key));
			const [a, b] = (await claim()).messages;
			await store.settleOutbox('lease', [
				{ outboxId: a!.outboxId, state: 'sent', messageId: 'wamid.a', atMs: NOON_MS + 1 },
				{ outboxId: b!.outboxId, state: 'notSent', reason: 'fileGone', atMs: NOON_MS + 2 },
			]);
			expect(await list()).toMatchObject([
				{ key: 'a', state: 'sent', messageId: 'wamid.a', content: undefined, settledAtMs: NOON_MS + 1 },
				{ key: 'b', state: 'notSent', reason: 'fileGone', content: message('b').content, settledAtMs: NOON_MS + 2 },
				{ key: 'c', state: 'kept' },
			]);
			expect(await store.holdOutbox(lease())).toHaveLength(1);
		});

		it('cancels what waits, and tells the truth about what went out at the last moment', async () => {
			for (const key of ['a', 'b']) await store.keepMessage(message(key));
			const [a, b] = (await claim()).messages;
			expect(keysOf(await store.cancelOutbox([a!.outboxId, b!.outboxId], NOON_MS))).toEqual(['a', 'b']);
			expect(await store.holdOutbox(lease())).toEqual([]);
			await store.settleOutbox('lease', [{ outboxId: a!.outboxId, state: 'sent', messageId: 'wamid.a', atMs: NOON_MS }]);
			await store.settleOutbox('lease', [{ outboxId: b!.outboxId, state: 'notSent', reason: 'refused', atMs: NOON_MS }]);
			expect((await list()).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
			expect(await store.cancelOutbox([a!.outboxId], NOON_MS)).toEqual([]);
		});

		it('lists by state, label and page', async () => {
			for (const key of ['a', 'b', 'c']) await store.keepMessage(message(key, { label: key === 'b' ? 'other' : 'same', expiresAtMs: NOON_MS + (key === 'c' ? 1 : DAY_MS) }));
			expect(keysOf(await list({ label: 'same' }))).toEqual(['a', 'c']);
			expect(keysOf(await list({ state: 'givenUp', atMs: NOON_MS + 1 }))).toEqual(['c']);
			expect(keysOf(await list({ state: 'kept', atMs: NOON_MS + 1 }))).toEqual(['a', 'b']);
			const [first] = await list({ limit: 1 });
			expect(keysOf(await list({ after: first!.outboxId, limit: 1 }))).toEqual(['b']);
			expect(await list({ businessAccountId: 'other' })).toEqual([]);
		});

		it('knows for whom something is due: who has written since, and nobody is at it', async () => {
			await store.keepMessage(message('a'));
			await store.keepMessage(message('b', { user: BEN }));
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			const find = async (atMs: number, sinceMs = NOON_MS - 1) => await store.findKeptPeople(WABA, atMs, sinceMs, 10);
			expect(await find(NOON_MS + 1)).toEqual([TO_ADA]);
			expect(await find(NOON_MS + 1, NOON_MS)).toEqual([]);
			await claim();
			expect(await find(NOON_MS + 2 * SECOND_MS)).toEqual([]);
			await store.releaseOutbox('lease', NOON_MS + HOUR_MS);
			expect(await find(NOON_MS + HOUR_MS - 1)).toEqual([]);
			expect(await find(NOON_MS + HOUR_MS)).toEqual([TO_ADA]);
			expect(await store.hasKept(WABA, NOON_MS)).toBe(true);
			expect(await store.hasKept(WABA, NOON_MS + DAY_MS)).toBe(false);
		});

		it('forgets what has ended after 30 days', async () => {
			await store.keepMessage(message('a'));
			await store.prune(NOON_MS + 31 * DAY_MS);
			expect(await opened.countRows('outbox')).toBe(1);
			await store.prune(NOON_MS + 31 * DAY_MS + 1);
			expect(await opened.countRows('outbox')).toBe(0);
		});

		it('lets one of many senders at once have a person’s messages', async () => {
			await store.keepMessage(message('a'));
			const claims = await Promise.all(['1', '2', '3', '4'].map(async (leaseId) => (await claim(leaseId)).messages.length));
			expect(claims.sort()).toEqual([0, 0, 0, 1]);
		});

		it('begins one round where several processes keep for a person at once', async () => {
			const kept = await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => await store.keepMessage(message(key))));
			expect(new Set(kept.map(({ round }) => round)).size).toBe(1);
		});
	});
}
