import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 18 held, and tells of it once it is given up. */
export async function expectDataOfSchema18(store: Store): Promise<void> {
	const topic = { receiver: 'trigger', kind: 'givenUp' } as const;
	await store.watchStoreEvents(topic, NOON_MS);
	const atMs = NOON_MS + DAY_MS;
	expect(await store.addGivenUp({ receiver: 'trigger', businessAccountId: 'waba', atMs, endedByMs: atMs, limit: 10 })).toBe(1);
	expect(await store.claimStoreEvents({ ...topic, atMs, leaseUntilMs: atMs + 1, limit: 10 })).toEqual(['kept']);
	expect(await store.findKeptMessages(['kept'], atMs)).toMatchObject([{ label: 'own', state: 'givenUp' }]);
}
