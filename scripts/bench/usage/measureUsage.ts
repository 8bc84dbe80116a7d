import type { MessageStatus } from '../../../nodes/shared/domain/MessageStatus.ts';
import type { UsageCount } from '../../../nodes/shared/domain/usage/MessageUsage.ts';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { PHONE_NUMBER_ID } from '../store/samplePerson.ts';
import { timeRounds } from '../timeRounds.ts';
import { MONTH } from './sampleUsage.ts';

/** What a month of messages costs whoever counts it, and whoever records one more; medians in milliseconds. */
export interface UsageTimes {
	messages: number;
	/** *Usage > Get*, and each look for reached thresholds while one is not reached. */
	countMs: number;
	/** The same of a month that begins at a quarter past an hour of UTC, as in Kathmandu. */
	countInKathmanduMs: number;
	/** What is taken of a budget, counted anew. */
	budgetMs: number;
	/** The same as long as the last count is good. */
	budgetAgainMs: number;
	/** A webhook with a message that was sent, and with one that has arrived. */
	sentMs: number;
	deliveredMs: number;
}

const COUNTS = 15;
const WEBHOOKS = 200;
const HOUR_MS = 3_600_000;
const LEASE_MS = 60_000;
const KATHMANDU_MS = 5.75 * HOUR_MS;
const PRICE = { category: 'marketing', type: 'regular', isBillable: true };
// More than are on record, so that each wish fits.
const WISH = { countsAs: 'template', count: 1, mostCharged: 1_000_000_000 } as const;

/**
 * Measures a store with so many messages of the month.
 *
 * @throws {Error} when it does not count them
 */
export async function measureUsage(store: Store, { messages, signal }: { messages: number; signal: AbortSignal }): Promise<UsageTimes> {
	const { fromMs, untilMs } = MONTH;
	const count = async (beforeMs: number) => await store.countUsage([PHONE_NUMBER_ID], fromMs - beforeMs, untilMs - beforeMs);
	expectAll(await count(0), messages);
	let nowMs = untilMs - 24 * HOUR_MS;
	const findCharges = async (laterMs: number) => {
		nowMs += laterMs;
		await store.findCharges({ phoneNumberId: PHONE_NUMBER_ID, ...MONTH }, WISH, nowMs);
	};
	const countMs = await timeRounds(COUNTS, signal, async () => await count(0));
	const countInKathmanduMs = await timeRounds(COUNTS, signal, async () => await count(KATHMANDU_MS));
	const budgetMs = await timeRounds(COUNTS, signal, async () => await findCharges(2 * 60_000));
	const budgetAgainMs = await timeRounds(WEBHOOKS, signal, async () => await findCharges(1));
	const record = (status: 'sent' | 'delivered') => async (round: number) => {
		const atMs = nowMs + round;
		await store.recordWebhook(toRecord({ messageId: `wamid.NEW${round}`, phoneNumberId: PHONE_NUMBER_ID, user: {}, status, atMs, errorCodes: [], price: PRICE }, atMs));
	};
	const sentMs = await timeRounds(WEBHOOKS, signal, record('sent'));
	const deliveredMs = await timeRounds(WEBHOOKS, signal, record('delivered'));
	expectAll(await count(0), messages + WEBHOOKS + 1);
	return { messages, countMs, countInKathmanduMs, budgetMs, budgetAgainMs, sentMs, deliveredMs };
}

function expectAll(counts: UsageCount[], messages: number): void {
	const found = counts.filter(({ counted }) => counted === 'sent').reduce((sum, { count }) => sum + count, 0);
	if (found !== messages) throw new Error(`The store counts ${found} messages; right would be ${messages}.`);
}

function toRecord(status: MessageStatus, receivedAtMs: number) {
	const nothing = { eventIds: [], evidence: [], consent: [], renamings: [], templateChanges: [] };
	const delivery = { receiver: 'live/bench', deliveryId: `${status.messageId} ${status.status}`, receivedAtMs, leaseUntilMs: receivedAtMs + LEASE_MS };
	return { ...delivery, ...nothing, statuses: [status] };
}
