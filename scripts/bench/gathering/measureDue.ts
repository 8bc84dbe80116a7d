import type { SessionKey } from '../../../nodes/shared/domain/Session.ts';
import type { Gathering } from '../../../nodes/shared/store/Gatherings.ts';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { BUSINESS_ACCOUNT_ID } from '../store/samplePerson.ts';
import { RECEIVER } from './fillGatherings.ts';

/** What a look took in which people were due. */
export interface DueFigures {
	/** From the first claim until the last of them was forgotten, milliseconds. */
	ms: number;
	/** The longest claim of a batch; where the store is embedded n8n does nothing else meanwhile. */
	longestClaimMs: number;
	people: number;
	messages: number;
	/** How many people were given twice: none. */
	twice: number;
	statements: number;
	/** How much more memory was in use at its peak. */
	heapBytes: number;
}

const LEASE_MS = 60_000;
/** As many as the trigger claims at once. */
const BATCH_SIZE = 50;

/** Lets a trigger look as it does: batch after batch, each person with what is on record of them, forgotten when n8n has the execution. */
export async function measureDue(store: Store, { atMs, countStatements }: { atMs: number; countStatements: () => number }): Promise<DueFigures> {
	const given: string[] = [];
	let [messages, longestClaimMs, heapBytes] = [0, 0, 0];
	globalThis.gc?.();
	const heapBefore = process.memoryUsage().heapUsed;
	const statementsBefore = countStatements();
	const begunAtMs = performance.now();
	for (;;) {
		const claimAtMs = performance.now();
		const batch = await store.claimGatherings({ receiver: RECEIVER, atMs, leaseUntilMs: atMs + LEASE_MS, limit: BATCH_SIZE });
		longestClaimMs = Math.max(longestClaimMs, performance.now() - claimAtMs);
		if (batch.length === 0) break;
		heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed - heapBefore);
		await Promise.all(batch.map((one) => handOver(store, one)));
		given.push(...batch.map(({ gatheringId }) => gatheringId));
		messages += batch.reduce((count, one) => count + one.messages.length, 0);
	}
	const ms = performance.now() - begunAtMs;
	const people = given.length;
	return { ms, longestClaimMs, people, messages, twice: people - new Set(given).size, statements: countStatements() - statementsBefore, heapBytes };
}

async function handOver(store: Store, { gatheringId, messages }: Gathering): Promise<void> {
	const [person] = messages.map(({ event }) => JSON.parse(event) as SessionKey);
	if (!person) throw new Error(`Nothing was gathered under ${gatheringId}.`);
	await Promise.all([store.findSessions([person]), store.findConsent(BUSINESS_ACCOUNT_ID, [person.user])]);
	await store.removeGatherings([gatheringId]);
}
