import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { DAY_MS, NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 5 held, and takes ends of free entry points. */
export async function expectDataOfSchema5(store: Store): Promise<void> {
	const answer = { eventId: 'older answer', phoneNumberId: '1', user: { waId: '9' }, atMs: NOON_MS };
	const delivery = { deliveryId: 'd', atMs: NOON_MS, leaseUntilMs: NOON_MS + 1 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ wait: { questionId: 'older question' } }]);
	await expectDataOfSchema4(store);

	const key = { phoneNumberId: '1', user: { waId: '9' } };
	await store.recordEvidence([{ ...key, kind: 'freeEntryPoint', atMs: NOON_MS, untilMs: NOON_MS + DAY_MS }]);
	expect(await store.findSessions([key])).toMatchObject([{ freeSaidAtMs: NOON_MS, freeUntilMs: NOON_MS + DAY_MS }]);
}
