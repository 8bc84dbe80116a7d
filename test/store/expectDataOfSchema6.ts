import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema5 } from './expectDataOfSchema5';
import { DAY_MS, NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 6 held, and takes ends of free entry points. */
export async function expectDataOfSchema6(store: Store): Promise<void> {
	await expectDataOfSchema5(store);
	const key = { phoneNumberId: '1', user: { waId: '9' } };
	await store.recordEvidence([{ ...key, kind: 'freeEntryPoint', atMs: NOON_MS, untilMs: NOON_MS + DAY_MS }]);
	expect(await store.findSessions([key])).toMatchObject([{ freeSaidAtMs: NOON_MS, freeUntilMs: NOON_MS + DAY_MS }]);
}
