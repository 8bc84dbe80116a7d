import fc from 'fast-check';

import type { GatheringDelivery, GatheredMessage } from '../../nodes/shared/store/Gatherings';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { waId: '15557654321' };
const LIMITS = { waitMs: 5 * SECOND_MS, mostMessages: 3, mostMs: 12 * SECOND_MS };

let deliveries = 0;
const message = (eventId: string, user: GatheredMessage['user'] = ADA, phoneNumberId = '1'): GatheredMessage => ({
	eventId,
	phoneNumberId,
	user,
	event: JSON.stringify({ eventId, text: 'It\'s "one" \u{1F33F}\u0000' }),
});
const deliveryOf = (atMs: number, messages: GatheredMessage[], more: Partial<GatheringDelivery> = {}): GatheringDelivery => {
	deliveries += 1;
	return { receiver: 'trigger', deliveryId: `delivery ${deliveries}`, atMs, leaseUntilMs: atMs + LEASE_MS, limits: LIMITS, messages, ...more };
};

/** Messages that follow each other. */
export function describeGatherings(open: OpenStore): void {
	describe('gathered messages', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
		});
		afterEach(() => store.close());

		const gather = async (afterMs: number, ...messages: GatheredMessage[]) => await store.gatherMessages(deliveryOf(NOON_MS + afterMs, messages));
		const claim = async (afterMs: number, more: { receiver?: string; limit?: number } = {}) => {
			const atMs = NOON_MS + afterMs;
			return await store.claimGatherings({ receiver: 'trigger', limit: 100, ...more, atMs, leaseUntilMs: atMs + LEASE_MS });
		};
		const idsOf = (gatherings: Awaited<ReturnType<typeof claim>>) => gatherings.map(({ messages }) => messages.map(({ eventId }) => eventId));

		it('are one of a person and number, with all that they hold, when nothing has followed for as long as is waited', async () => {
			await gather(0, message('a'));
			await gather(4_999, message('b'));
			expect(await claim(9_998)).toEqual([]);
			const [gathering, ...more] = await claim(9_999);
			expect(more).toEqual([]);
			expect(gathering).toMatchObject({ beganAtMs: NOON_MS, messages: [{ eventId: 'a' }, { eventId: 'b' }] });
			expect(gathering?.messages[1]?.event).toBe(message('b').event);
		});

		it('are two where the second one comes at the instant at which the first is complete', async () => {
			await gather(0, message('a'));
			await gather(5_000, message('b'));
			expect(idsOf(await claim(10_000))).toEqual([['a'], ['b']]);
		});

		it('are complete with as many as there may be, and after the longest time', async () => {
			await gather(0, message('a'), message('b'), message('c'), message('d'));
			expect(idsOf(await claim(0))).toEqual([['a', 'b', 'c']]);
			await gather(4_000, message('e'));
			expect(await claim(8_999)).toEqual([]);
			expect(idsOf(await claim(9_000))).toEqual([['d', 'e']]);
			for (const [index, afterMs] of [20_000, 24_000, 28_000].entries()) await gather(afterMs, message(`long ${index}`, BEN));
			expect(idsOf(await claim(28_000))).toEqual([['long 0', 'long 1', 'long 2']]);
			await store.gatherMessages(deliveryOf(NOON_MS + 40_000, [message('f', BEN)], { limits: { ...LIMITS, mostMs: 6_000 } }));
			await store.gatherMessages(deliveryOf(NOON_MS + 44_000, [message('g', BEN)], { limits: { ...LIMITS, mostMs: 6_000 } }));
			expect(await claim(45_999)).toEqual([]);
			expect(idsOf(await claim(46_000))).toEqual([['f', 'g']]);
		});

		it('are gathered for each person, number and receiver apart, and for a person under either name', async () => {
			await gather(0, message('a'), message('b', BEN), message('c', ADA, '2'));
			await store.gatherMessages(deliveryOf(NOON_MS, [message('a')], { receiver: 'another' }));
			await gather(1, message('d', { waId: ADA.waId }), message('e', { bsuid: ADA.bsuid }), message('f', { bsuid: 'US.2', waId: ADA.waId }));
			expect(idsOf(await claim(9_000)).toSorted()).toEqual([['a', 'd', 'e'], ['b'], ['c'], ['f']]);
			expect(idsOf(await claim(9_000, { receiver: 'another' }))).toEqual([['a']]);
		});

		it('count as handled: a redelivery adds nothing, now and after the item is gone', async () => {
			const webhook = toWebhookRecord({ eventIds: ['a'], deliveryId: 'first' });
			await store.recordWebhook(webhook);
			await store.gatherMessages(deliveryOf(NOON_MS, [message('a')], { deliveryId: 'first' }));
			expect(await store.recordWebhook({ ...webhook, deliveryId: 'second' })).toMatchObject({ leased: [], underWay: [] });
			expect(await gather(1, message('a'), message('a'))).toBe(true);
			const [gathering] = await claim(9_000);
			expect(gathering?.messages).toHaveLength(1);
			await store.removeGatherings([gathering?.gatheringId ?? '']);
			await gather(10_000, message('a'));
			expect(await opened.countRows('gatherings')).toBe(0);
		});

		it('are not added while another delivery is at work on them', async () => {
			await store.recordWebhook(toWebhookRecord({ eventIds: ['a'], deliveryId: 'another' }));
			expect(await gather(1, message('a'), message('b'))).toBe(false);
			expect(await opened.countRows('gatherings')).toBe(0);
			expect(await gather(LEASE_MS, message('a'), message('b'))).toBe(true);
		});

		it('are nobody else’s until the lease has run out, then the same, without what came later', async () => {
			await gather(0, message('a'));
			const [first] = await claim(5_000);
			await gather(5_001, message('b'));
			expect(idsOf(await claim(20_000))).toEqual([['b']]);
			await store.close();
			store = await opened.reopen();
			expect(await claim(5_000 + LEASE_MS - 1)).toEqual([]);
			expect(await claim(5_000 + LEASE_MS)).toEqual([first]);
			await store.renewGatherings([first?.gatheringId ?? ''], NOON_MS + DAY_MS);
			expect(idsOf(await claim(20_000 + LEASE_MS))).toEqual([['b']]);
		});

		it('are claimed the earliest first, as many as are asked for', async () => {
			for (const [index, waId] of ['3', '1', '2'].entries()) await gather(index, message(waId, { waId }));
			expect(idsOf(await claim(9_000, { limit: 2 }))).toEqual([['3'], ['1']]);
			expect(idsOf(await claim(9_000, { limit: 2 }))).toEqual([['2']]);
		});

		it('are forgotten when nobody has taken them for eight days, and nothing is done for nothing', async () => {
			await gather(0, message('a'));
			await store.prune(NOON_MS + 5_000 + 8 * DAY_MS);
			expect(await opened.countRows('gatherings')).toBe(1);
			await store.prune(NOON_MS + 5_001 + 8 * DAY_MS);
			expect(await opened.countRows('gatherings')).toBe(0);
			await store.removeGatherings([]);
			await store.renewGatherings([], NOON_MS);
			expect(await store.gatherMessages(deliveryOf(NOON_MS, []))).toBe(true);
		});

		it('are shown and forgotten with their person', async () => {
			await gather(0, message('a'), message('b', BEN));
			const key = { businessAccountId: 'w', phoneNumberIds: ['1'], user: ADA };
			expect((await store.exportContact(key)).gatherings).toEqual([{ phoneNumberId: '1', beganAtMs: NOON_MS, messages: [JSON.parse(message('a').event)] }]);
			expect(await store.forgetContact(key)).toMatchObject({ gatherings: 1 });
			expect(idsOf(await claim(9_000))).toEqual([['b']]);
		});

		it('are each in exactly one item, whatever the order of messages, looks, restarts and processes', async () => {
			const other = await opened.reopen();
			const step = fc.oneof(
				{ weight: 4, arbitrary: fc.record({ kind: fc.constant('message' as const), id: fc.nat(11), person: fc.nat(1), afterMs: fc.nat(4_000) }) },
				{ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('look' as const, 'lose' as const), afterMs: fc.nat(8_000) }) },
			);
			let round = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 25 }), async (steps) => {
					round += 1;
					const receiver = `round ${round}`;
					const begun = new Map<string, string[]>();
					const sent = new Set<string>();
					let atMs = NOON_MS;
					const look = async (one: Store, isLost: boolean) => {
						for (const { gatheringId, messages } of await one.claimGatherings({ receiver, atMs, leaseUntilMs: atMs + LEASE_MS, limit: 2 })) {
							const ids = messages.map(({ eventId }) => eventId);
							// n8n starts one execution of a name.
							expect(begun.get(gatheringId) ?? ids).toEqual(ids);
							begun.set(gatheringId, ids);
							if (!isLost) await one.removeGatherings([gatheringId]);
						}
					};
					for (const [{ afterMs, ...what }, isOther] of steps) {
						atMs += afterMs;
						const one = isOther ? other : store;
						if (what.kind !== 'message') await look(one, what.kind === 'lose');
						else {
							const eventId = `${receiver} ${what.id}`;
							sent.add(eventId);
							await one.gatherMessages(deliveryOf(atMs, [message(eventId, what.person ? ADA : BEN)], { receiver }));
						}
					}
					for (let times = 0; times < 20; times++) {
						atMs += LEASE_MS;
						await look(store, false);
					}
					expect([...begun.values()].flat().toSorted()).toEqual([...sent].toSorted());
					for (const ids of begun.values()) expect(ids.length).toBeLessThanOrEqual(LIMITS.mostMessages);
				}),
				{ numRuns: 40 },
			);
			await other.close();
		}, 120_000);
	});
}
