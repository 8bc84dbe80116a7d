import type { WebhookReceipt, WebhookRecord } from '../../nodes/shared/store/SessionStore';
import type { Store } from '../../nodes/shared/store/Store';
import { HOUR_MS, DAY_MS, NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const NOTHING: WebhookReceipt = { leased: [], underWay: [] };

/** Which events are new to whom, and who is at work on them. */
export function describeReceivedEvents(open: OpenStore): void {
	describe('received events', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('leases events once, in the given order, when one occurs twice in a webhook', async () => {
			expect(await receive(store, ['b', 'a', 'b', 'c', 'a'])).toEqual({ leased: ['b', 'a', 'c'], underWay: [] });
		});

		it('leases an event no more once it was acknowledged, also after a restart', async () => {
			await receive(store, ['a', 'b']);
			await store.acknowledgeEvents('trigger', ['a', 'a'], NOON_MS);
			await store.close();
			store = await reopen();
			expect(await receive(store, ['a', 'b'])).toEqual({ leased: ['b'], underWay: [] });
		});

		it('leases an event to every receiver, whatever the other one did', async () => {
			await receive(store, ['a', 'b'], { receiver: 'one' });
			await store.acknowledgeEvents('one', ['a'], NOON_MS);
			expect(await receive(store, ['a', 'b'], { receiver: 'two', deliveryId: 'other' })).toEqual({
				leased: ['a', 'b'],
				underWay: [],
			});
			expect(await receive(store, ['a', 'b'], { receiver: 'one' })).toEqual({ leased: ['b'], underWay: [] });
		});

		it('remembers an acknowledgement of an event it has not received', async () => {
			await store.acknowledgeEvents('trigger', ['a'], NOON_MS);
			await store.acknowledgeEvents('trigger', [], NOON_MS);
			expect(await receive(store, ['a'])).toEqual(NOTHING);
		});

		it('waits for a delivery by a clock that is a little ahead, and not for an hour for one that is an hour ahead', async () => {
			await receive(store, ['a'], { deliveryId: 'a little', receivedAtMs: NOON_MS + LEASE_MS });
			await receive(store, ['b'], { deliveryId: 'an hour', receivedAtMs: NOON_MS + HOUR_MS });
			expect(await receive(store, ['a'])).toEqual({ leased: [], underWay: ['a'] });
			expect(await receive(store, ['b'])).toEqual({ leased: ['b'], underWay: [] });
			await store.renewLease('trigger', 'an hour', ['b'], NOON_MS + 2 * HOUR_MS);
			expect(await receive(store, ['b'], { deliveryId: 'another' })).toEqual({ leased: [], underWay: ['b'] });
		});

		it('leases nothing for a webhook without events', async () => {
			expect(await receive(store, [])).toEqual(NOTHING);
		});

		it('records what a webhook says together with its events', async () => {
			const evidence = [inboundOf('15551234567')];
			expect(await receive(store, ['a'], { evidence })).toEqual({ leased: ['a'], underWay: [] });
			expect(await lastInboundOf(store, '15551234567')).toBe(NOON_MS);
		});

		it('takes a webhook of 1,000 events, and the redelivery of it', async () => {
			const eventIds = Array.from({ length: 1_000 }, (_, index) => `wamid.${index}`);
			expect(await receive(store, eventIds)).toEqual({ leased: eventIds, underWay: [] });
			expect(await receive(store, eventIds, { deliveryId: 'other' })).toEqual({ leased: [], underWay: eventIds });
			await store.releaseEvents('trigger', 'delivery', eventIds);
			expect(await receive(store, eventIds, { deliveryId: 'other' })).toEqual({ leased: eventIds, underWay: [] });
			await store.acknowledgeEvents('trigger', eventIds, NOON_MS);
			expect(await receive(store, eventIds)).toEqual(NOTHING);
		});

		it.each([
			['still known after 7 days', 7 * DAY_MS, []],
			['still known after exactly 8 days', 8 * DAY_MS, []],
			['forgotten after more than 8 days', 8 * DAY_MS + 1, ['a']],
		])('an acknowledged event is %s', async (_, ageMs, leased) => {
			await receive(store, ['a']);
			await store.acknowledgeEvents('trigger', ['a'], NOON_MS);
			await store.prune(NOON_MS + ageMs);
			expect(await receive(store, ['a'], { receivedAtMs: NOON_MS + ageMs })).toEqual({ leased, underWay: [] });
		});
	});

	describe('the lease of an event', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('keeps other deliveries waiting, also after a restart', async () => {
			await receive(store, ['a']);
			await store.close();
			store = await reopen();
			expect(await receive(store, ['a'], { deliveryId: 'other' })).toEqual({ leased: [], underWay: ['a'] });
		});

		it('is given again to the delivery that holds it', async () => {
			await receive(store, ['a']);
			expect(await receive(store, ['a', 'b'])).toEqual({ leased: ['a', 'b'], underWay: [] });
		});

		it('lasts as long as the newest one that the same delivery was given', async () => {
			await receive(store, ['a']);
			const halfMs = LEASE_MS / 2;
			await receive(store, ['a'], { receivedAtMs: NOON_MS + halfMs });
			const later = { deliveryId: 'other', receivedAtMs: NOON_MS + LEASE_MS };
			expect(await receive(store, ['a'], later)).toEqual({ leased: [], underWay: ['a'] });
			later.receivedAtMs += halfMs;
			expect(await receive(store, ['a'], later)).toEqual({ leased: ['a'], underWay: [] });
		});

		it.each([
			['is under way in its last millisecond', LEASE_MS - 1, { leased: [], underWay: ['a'] }],
			['may be taken over at the instant it ends', LEASE_MS, { leased: ['a'], underWay: [] }],
			['may be taken over later', LEASE_MS + 1, { leased: ['a'], underWay: [] }],
		])('%s', async (_, ageMs, expected) => {
			await receive(store, ['a']);
			const later = { deliveryId: 'other', receivedAtMs: NOON_MS + ageMs };
			expect(await receive(store, ['a'], later)).toEqual(expected);
		});

		it('belongs to the one that took it over, whatever the first one still does', async () => {
			await receive(store, ['a']);
			await receive(store, ['a'], { deliveryId: 'second', receivedAtMs: NOON_MS + LEASE_MS });
			await store.releaseEvents('trigger', 'delivery', ['a']);
			const third = { deliveryId: 'third', receivedAtMs: NOON_MS + LEASE_MS };
			expect(await receive(store, ['a'], third)).toEqual({ leased: [], underWay: ['a'] });
			await store.acknowledgeEvents('trigger', ['a'], NOON_MS + LEASE_MS);
			expect(await receive(store, ['a'], third)).toEqual(NOTHING);
		});

		it('ends when its delivery releases it', async () => {
			await receive(store, ['a', 'b']);
			await store.releaseEvents('trigger', 'delivery', ['a', 'a', 'unknown']);
			await store.releaseEvents('trigger', 'delivery', []);
			expect(await receive(store, ['a'], { deliveryId: 'other' })).toEqual({ leased: ['a'], underWay: [] });
			expect(await receive(store, ['b'], { deliveryId: 'other' })).toEqual({ leased: [], underWay: ['b'] });
		});

		it.each([
			['another delivery', 'trigger', 'other'],
			['another receiver', 'somebody else', 'delivery'],
		])('does not end when %s releases it', async (_, receiver, deliveryId) => {
			await receive(store, ['a']);
			await store.releaseEvents(receiver, deliveryId, ['a']);
			expect(await receive(store, ['a'], { deliveryId: 'third' })).toEqual({ leased: [], underWay: ['a'] });
		});

		it('does not come back to an acknowledged event when it is released after that', async () => {
			await receive(store, ['a']);
			await store.acknowledgeEvents('trigger', ['a'], NOON_MS);
			await store.releaseEvents('trigger', 'delivery', ['a']);
			expect(await receive(store, ['a'], { deliveryId: 'other' })).toEqual(NOTHING);
		});

		it('is given for all events of a webhook or none, and the webhook is recorded all the same', async () => {
			await receive(store, ['b']);
			const batch = { deliveryId: 'other', evidence: [inboundOf('15551234567')] };
			expect(await receive(store, ['a', 'b', 'c'], batch)).toEqual({ leased: [], underWay: ['b'] });
			expect(await lastInboundOf(store, '15551234567')).toBe(NOON_MS);
			expect(await receive(store, ['a', 'c'], { deliveryId: 'third' })).toEqual({ leased: ['a', 'c'], underWay: [] });
		});

		it('does not depend on events that were acknowledged before', async () => {
			await receive(store, ['b']);
			await store.acknowledgeEvents('trigger', ['b'], NOON_MS);
			expect(await receive(store, ['a', 'b'], { deliveryId: 'other' })).toEqual({ leased: ['a'], underWay: [] });
		});

		it.each([
			['is under way in the last millisecond of its renewal', 2 * LEASE_MS - 1, { leased: [], underWay: ['a'] }],
			['may be taken over at the instant its renewal ends', 2 * LEASE_MS, { leased: ['a'], underWay: [] }],
		])('%s', async (_, ageMs, expected) => {
			await receive(store, ['a']);
			await store.renewLease('trigger', 'delivery', ['a', 'a', 'unknown'], NOON_MS + 2 * LEASE_MS);
			await store.renewLease('trigger', 'delivery', [], NOON_MS + 3 * LEASE_MS);
			const later = { deliveryId: 'other', receivedAtMs: NOON_MS + ageMs };
			expect(await receive(store, ['a'], later)).toEqual(expected);
		});

		it.each([
			['another delivery', 'trigger', 'other'],
			['another receiver', 'somebody else', 'delivery'],
		])('is not renewed by %s', async (_, receiver, deliveryId) => {
			await receive(store, ['a']);
			await store.renewLease(receiver, deliveryId, ['a'], NOON_MS + 2 * LEASE_MS);
			const later = { deliveryId: 'third', receivedAtMs: NOON_MS + LEASE_MS };
			expect(await receive(store, ['a'], later)).toEqual({ leased: ['a'], underWay: [] });
		});

		it('does not come back by a renewal, neither after a release nor after an acknowledgement', async () => {
			await receive(store, ['a', 'b']);
			await store.releaseEvents('trigger', 'delivery', ['a']);
			await store.acknowledgeEvents('trigger', ['b'], NOON_MS);
			await store.renewLease('trigger', 'delivery', ['a', 'b'], NOON_MS + LEASE_MS);
			expect(await receive(store, ['a', 'b'], { deliveryId: 'other' })).toEqual({ leased: ['a'], underWay: [] });
		});

		it('goes to one of many deliveries that come at once', async () => {
			const eventIds = Array.from({ length: 20 }, (_, index) => `wamid.${index}`);
			const receipts = await Promise.all(
				// Every other one in the opposite order, which must not lead to a deadlock.
				Array.from({ length: 8 }, (_, rival) =>
					receive(store, rival % 2 ? eventIds : [...eventIds].reverse(), { deliveryId: `rival ${rival}` }),
				),
			);
			expect(receipts.filter(({ leased }) => leased.length === 20)).toHaveLength(1);
			expect(receipts.filter(({ leased, underWay }) => leased.length === 0 && underWay.length === 20)).toHaveLength(7);
		});
	});
}

function receive(store: Store, eventIds: string[], more: Partial<WebhookRecord> = {}): Promise<WebhookReceipt> {
	return store.recordWebhook(toWebhookRecord({ ...more, eventIds }));
}

function inboundOf(waId: string) {
	return { kind: 'inbound' as const, phoneNumberId: '1', user: { waId }, atMs: NOON_MS };
}

async function lastInboundOf(store: Store, waId: string): Promise<number | undefined> {
	const [session] = await store.findSessions([{ phoneNumberId: '1', user: { waId } }]);
	return session?.lastInboundAtMs;
}
