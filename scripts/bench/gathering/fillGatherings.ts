import type { GatheringLimits } from '../../../nodes/shared/domain/gathering.ts';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { sampleMessage } from './sampleMessage.ts';

/** Who gathers. */
export const RECEIVER = 'live/bench/trigger';
/** Far longer than a measurement takes. */
export const LONG: GatheringLimits = { waitMs: 3_600_000, mostMessages: 20, mostMs: 3_600_000 };

const LINES = 2;
const PEOPLE_AT_ONCE = 1_000;
const LEASE_MS = 60_000;

/**
 * Lets people write two lines each, which are being gathered then, by the way of the pack.
 *
 * @param from - number of the first person
 * @param to - the number after the last one
 * @param atMs - when they write, epoch milliseconds; they are due as long afterwards as {@link LONG} waits
 */
export async function fillGatherings(store: Store, { from, to, atMs }: { from: number; to: number; atMs: number }): Promise<void> {
	for (let first = from; first < to; first += PEOPLE_AT_ONCE) {
		const people = Array.from({ length: Math.min(PEOPLE_AT_ONCE, to - first) }, (_, index) => first + index);
		const messages = Array.from({ length: LINES }, (_, line) => people.map((n) => sampleMessage(n, `LINE${line}`))).flat();
		const delivery = { receiver: RECEIVER, deliveryId: `people from ${first}`, atMs, leaseUntilMs: atMs + LEASE_MS, limits: LONG, messages };
		if (!(await store.gatherMessages(delivery))) throw new Error(`The messages of the people from ${first} on could not be gathered.`);
	}
}
