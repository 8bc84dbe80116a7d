import type { Store } from '../../../nodes/shared/store/Store.ts';
import { createRandom, type Random } from '../crash/createRandom.ts';
import { timeRounds } from '../timeRounds.ts';
import { BUSINESS_ACCOUNT_ID, samplePerson } from './samplePerson.ts';

/** What one store takes for its work, medians in milliseconds. */
export interface StoreTimes {
	/** The window and the consent of one person, and of 10,000. */
	checkOne: number;
	checkMany: number;
	/** A webhook with one message, and with 1,000. */
	webhookOne: number;
	webhookMany: number;
}

const MANY_CHECKED = 10_000;
const MANY_RECORDED = 1_000;
const ROUNDS_OF_ONE = 300;
const ROUNDS_OF_MANY = 9;

/** Different people of all that are on record. */
function pickPeople(count: number, sessions: number, random: Random) {
	const first = random(sessions);
	const step = Math.floor(sessions / count);
	return Array.from({ length: count }, (_, index) => samplePerson((first + index * step + random(step)) % sessions));
}

function toRecord(people: ReturnType<typeof pickPeople>, id: string, nowMs: number) {
	return {
		receiver: 'live/bench',
		receivedAtMs: nowMs,
		deliveryId: id,
		leaseUntilMs: nowMs + 30_000,
		eventIds: people.map((_, index) => `wamid.${id}.${index}`),
		evidence: people.map((person) => ({ ...person, kind: 'inbound' as const, atMs: nowMs })),
		statuses: [],
		consent: [],
		renamings: [],
		templateChanges: [],
	};
}

/** Measures a store that holds so many sessions; everybody is picked anew for each round. */
export async function measureStore(store: Store, sessions: number, signal: AbortSignal): Promise<StoreTimes> {
	const random = createRandom(sessions);
	const check = (count: number) => async () => {
		const people = pickPeople(count, sessions, random);
		await Promise.all([store.findSessions(people), store.findConsent(BUSINESS_ACCOUNT_ID, people.map(({ user }) => user))]);
	};
	const record = (count: number) => async (round: number) =>
		await store.recordWebhook(toRecord(pickPeople(count, sessions, random), `${sessions}.${count}.${round}`, Date.now()));
	return {
		checkOne: await timeRounds(ROUNDS_OF_ONE, signal, check(1)),
		checkMany: await timeRounds(ROUNDS_OF_MANY, signal, check(MANY_CHECKED)),
		webhookOne: await timeRounds(ROUNDS_OF_ONE, signal, record(1)),
		webhookMany: await timeRounds(ROUNDS_OF_MANY, signal, record(MANY_RECORDED)),
	};
}
