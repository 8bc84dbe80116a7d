import type { WebhookRecord } from '../../nodes/shared/store/SessionStore';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';

/** Which inbound messages are new to whom. */
export function describeReceivedMessages(open: OpenStore): void {
	describe('received messages', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('gives message IDs once, in the given order, when one occurs twice in a webhook', async () => {
			expect(await receive(store, ['b', 'a', 'b', 'c', 'a'])).toEqual(['b', 'a', 'c']);
		});

		it('gives a message again that was received and never acknowledged', async () => {
			await receive(store, ['a']);
			expect(await receive(store, ['a', 'b'])).toEqual(['a', 'b']);
		});

		it('gives a message no more once it was acknowledged, also after a restart', async () => {
			await receive(store, ['a', 'b']);
			await store.acknowledgeMessages('trigger', ['a', 'a'], NOON_MS);
			await store.close();
			store = await reopen();
			expect(await receive(store, ['a', 'b'])).toEqual(['b']);
		});

		it('gives a message to every receiver, whatever the other one did', async () => {
			await receive(store, ['a'], { receiver: 'one' });
			await store.acknowledgeMessages('one', ['a'], NOON_MS);
			expect(await receive(store, ['a'], { receiver: 'two' })).toEqual(['a']);
			expect(await receive(store, ['a'], { receiver: 'one' })).toEqual([]);
		});

		it('remembers an acknowledgement of a message it has not received', async () => {
			await store.acknowledgeMessages('trigger', ['a'], NOON_MS);
			await store.acknowledgeMessages('trigger', [], NOON_MS);
			expect(await receive(store, ['a'])).toEqual([]);
		});

		it('gives nothing for a webhook without messages', async () => {
			expect(await receive(store, [])).toEqual([]);
		});

		it('records sessions and messages of one webhook together', async () => {
			const user = { waId: '15551234567' };
			const evidence = [{ kind: 'inbound' as const, phoneNumberId: '1', user, atMs: NOON_MS }];
			expect(await receive(store, ['a'], { evidence })).toEqual(['a']);
			const [session] = await store.findSessions([{ phoneNumberId: '1', user }]);
			expect(session?.lastInboundAtMs).toBe(NOON_MS);
		});

		it('takes a webhook of 1,000 messages', async () => {
			const messageIds = Array.from({ length: 1_000 }, (_, index) => `wamid.${index}`);
			expect(await receive(store, messageIds)).toEqual(messageIds);
		});

		it.each([
			['still known after 7 days', 7 * DAY_MS, []],
			['still known after exactly 8 days', 8 * DAY_MS, []],
			['forgotten after more than 8 days', 8 * DAY_MS + 1, ['a']],
		])('an acknowledged message is %s', async (_, ageMs, expected) => {
			await receive(store, ['a']);
			await store.acknowledgeMessages('trigger', ['a'], NOON_MS);
			await receive(store, ['other'], { receivedAtMs: NOON_MS + ageMs });
			expect(await receive(store, ['a'], { receivedAtMs: NOON_MS + ageMs })).toEqual(expected);
		});

		it('forgets at most once an hour', async () => {
			const startMs = NOON_MS + 9 * DAY_MS;
			await receive(store, ['first'], { receivedAtMs: startMs });
			await store.acknowledgeMessages('trigger', ['old'], NOON_MS);
			await receive(store, ['second'], { receivedAtMs: startMs + HOUR_MS - 1 });
			expect(await receive(store, ['old'], { receivedAtMs: startMs + HOUR_MS - 1 })).toEqual([]);
			await receive(store, ['third'], { receivedAtMs: startMs + HOUR_MS });
			expect(await receive(store, ['old'], { receivedAtMs: startMs + HOUR_MS })).toEqual(['old']);
		});

		it('forgets a long backlog in pieces, one with every webhook', async () => {
			const startMs = NOON_MS + 9 * DAY_MS;
			const old = Array.from({ length: 1_500 }, (_, index) => `old.${index}`);
			await store.acknowledgeMessages('trigger', old, NOON_MS);
			await receive(store, ['first'], { receivedAtMs: startMs });
			expect(await receive(store, old, { receivedAtMs: startMs, receiver: 'trigger' })).toHaveLength(1_000);
			expect(await receive(store, old, { receivedAtMs: startMs, receiver: 'trigger' })).toHaveLength(1_500);
		});
	});
}

function receive(store: Store, messageIds: string[], more: Partial<WebhookRecord> = {}): Promise<string[]> {
	const record = { receiver: 'trigger', receivedAtMs: NOON_MS, evidence: [], statuses: [], ...more };
	return store.recordWebhook({ ...record, messageIds });
}
