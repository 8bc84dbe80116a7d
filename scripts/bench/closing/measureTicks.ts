import type { ClosingBatch } from '../../../nodes/shared/store/ClosingAlarms.ts';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { median } from '../median.ts';
import { BUSY_ALARM, PHONE_NUMBER_ID } from './fillClosings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LEAD_MS = 2 * 60 * 60 * 1000;
const BATCH_SIZE = 500;
const QUIET_LOOKS = 15;

/** What looks for closing windows took. */
export interface TickFigures {
	/** The look in which all are due: milliseconds, windows told, batches, statements, and how much more memory was in use at its peak. */
	due: { ms: number; windows: number; twice: number; batches: number; queries: number; heapBytes: number };
	/** A look in which nobody is due any more. */
	quiet: { ms: number; queries: number };
	/** The same where the alarm has rung for many windows that are still open. */
	quietAmongRung: { ms: number; rung: number };
}

let names = 0;

async function claim(store: Store, alarm: string, nowMs: number, dueInboundMs: number): Promise<ClosingBatch | undefined> {
	names += 1;
	const what = { alarm, batchId: `batch ${names}`, leaseUntilMs: nowMs + 60_000, phoneNumberIds: [PHONE_NUMBER_ID] };
	return await store.claimClosings({ ...what, atMs: nowMs, dueInboundMs, onlyUnanswered: true, limit: BATCH_SIZE });
}

async function measureQuiet(look: () => Promise<unknown>): Promise<number> {
	const times = [];
	for (let count = 0; count < QUIET_LOOKS; count++) {
		const startedAt = performance.now();
		await look();
		times.push(performance.now() - startedAt);
	}
	return median(times);
}

/**
 * Lets an alarm look as the trigger does: batch after batch, with the consent of its people, each acknowledged.
 *
 * @param countQueries - how many statements the process has sent so far
 * @param busyDueMs - the instant up to which the busy alarm has rung for everybody
 */
export async function measureTicks(store: Store, nowMs: number, rung: number, busyDueMs: number, countQueries: () => number): Promise<TickFigures> {
	const dueInboundMs = nowMs - DAY_MS + LEAD_MS;
	const told: unknown[] = [];
	globalThis.gc?.();
	const heapBefore = process.memoryUsage().heapUsed;
	const queriesBefore = countQueries();
	const startedAt = performance.now();
	let [batches, heapBytes] = [0, 0];
	for (;;) {
		const batch = await claim(store, 'alarm', nowMs, dueInboundMs);
		if (!batch) break;
		await store.findConsent('account', batch.sessions.map(({ bsuid, waId }) => ({ bsuid, waId })));
		heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed - heapBefore);
		await store.acknowledgeClosings([batch.batchId]);
		batches += 1;
		told.push(...batch.sessions.map(({ waId }) => waId));
	}
	const ms = performance.now() - startedAt;
	const queries = countQueries() - queriesBefore;
	const quietBefore = countQueries();
	const quietMs = await measureQuiet(async () => await claim(store, 'alarm', nowMs, dueInboundMs));
	const quietQueries = (countQueries() - quietBefore) / QUIET_LOOKS;
	const amongRungMs = await measureQuiet(async () => await claim(store, BUSY_ALARM, nowMs, busyDueMs));
	return {
		due: { ms, windows: told.length, twice: told.length - new Set(told).size, batches, queries, heapBytes },
		quiet: { ms: quietMs, queries: quietQueries },
		quietAmongRung: { ms: amongRungMs, rung },
	};
}
