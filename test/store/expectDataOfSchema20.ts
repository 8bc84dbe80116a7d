import type { Store } from '../../nodes/shared/store/Store';
import { HOUR_MS, NOON_MS } from './instants';

/** Expects that a migrated store counts by the hour what a store of version 20 held. */
export async function expectDataOfSchema20(store: Store): Promise<void> {
	const hour = await store.countUsage(['1'], NOON_MS, NOON_MS + HOUR_MS);
	const paid = { phoneNumberId: '1', category: 'marketing' };
	expect(hour).toHaveLength(3);
	expect(hour).toEqual(
		expect.arrayContaining([
			{ ...paid, counted: 'sent', count: 2 },
			{ phoneNumberId: '1', counted: 'sent', count: 1 },
			{ ...paid, counted: 'delivered', type: 'regular', isBillable: true, count: 2 },
		]),
	);
	expect(await store.countUsage(['2'], NOON_MS, NOON_MS + HOUR_MS)).toHaveLength(2);
}
