import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema3 } from './expectDataOfSchema3';
import { DAY_MS, NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 4 held, and takes waits for answers. */
export async function expectDataOfSchema4(store: Store): Promise<void> {
	const key = { businessAccountId: 'another waba', phoneNumberId: '1', sha256: 'b', mimeType: 'image/png' };
	expect(await store.findMedia([key], NOON_MS)).toEqual([{ ...key, mediaId: '12', expiresAtMs: NOON_MS + 4 }]);
	await expectDataOfSchema3(store);

	const asked = { phoneNumberId: '1', user: { waId: '1' }, questionIds: ['q'], resumeUrl: 'u', instanceId: 'i', executionId: '1' };
	await store.recordWaits([{ waitId: 'w', ...asked, askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS, takesGestures: false }]);
	const answer = { eventId: 'a', phoneNumberId: '1', user: { waId: '1' }, atMs: NOON_MS };
	const delivery = { deliveryId: 'd', atMs: NOON_MS + 1, leaseUntilMs: NOON_MS + 2 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ eventId: 'a', wait: asked }]);
}
