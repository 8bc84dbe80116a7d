import type { Store } from '../../../nodes/shared/store/Store.ts';
import { timeRounds } from '../timeRounds.ts';
import { LONG, RECEIVER } from './fillGatherings.ts';
import { sampleMessage } from './sampleMessage.ts';

/** What gathering takes while so many people are being gathered, of whom nobody is due; medians in milliseconds. */
export interface GatheringTimes {
	people: number;
	/** A look, which comes every second. */
	quietMs: number;
	/** The statements of one. */
	quietStatements: number;
	/** The first message of somebody: something begins to be gathered. */
	beginMs: number;
	/** The next message of somebody. */
	joinMs: number;
}

const LOOKS = 50;
const WEBHOOKS = 200;
const LEASE_MS = 60_000;
const BATCH_SIZE = 50;

/**
 * Measures a store in which people `0` to `people` are being gathered.
 *
 * @param atMs - an instant at which nobody is due
 */
export async function measureGathering(
	store: Store,
	{ people, atMs, signal, countStatements }: { people: number; atMs: number; signal: AbortSignal; countStatements: () => number },
): Promise<GatheringTimes> {
	const leaseUntilMs = atMs + LEASE_MS;
	const gather = async (n: number, line: string) => {
		const messages = [sampleMessage(n, line)];
		await store.gatherMessages({ receiver: RECEIVER, deliveryId: `${line} ${n}`, atMs, leaseUntilMs, limits: LONG, messages });
	};
	const statementsBefore = countStatements();
	const quietMs = await timeRounds(LOOKS, signal, async () => {
		const claimed = await store.claimGatherings({ receiver: RECEIVER, atMs, leaseUntilMs, limit: BATCH_SIZE });
		if (claimed.length > 0) throw new Error(`${claimed.length} people were due, and nobody should have been.`);
	});
	const quietStatements = (countStatements() - statementsBefore) / (LOOKS + 1);
	const step = Math.floor(people / (WEBHOOKS + 1));
	const joinMs = await timeRounds(WEBHOOKS, signal, async (round) => await gather(round * step, `JOIN${people}`));
	const beginMs = await timeRounds(WEBHOOKS, signal, async (round) => await gather(1_000_000 + people + round, 'BEGIN'));
	return { people, quietMs, quietStatements, beginMs, joinMs };
}
