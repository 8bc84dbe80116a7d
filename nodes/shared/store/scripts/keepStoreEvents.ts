import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { GivenUpLook, StoreEventClaim, StoreEventTopic } from '../StoreEvents';

const HOUR_MS = 60 * 60 * 1000;
/** A message may be held by its sender, or be kept by a clock that is behind, for some time after its end. */
const LATE_MS = 24 * HOUR_MS;

interface WatchRow {
	began_at_ms: number;
	watched_at_ms: number;
}

/** Says since when a trigger looks; see `StoreEvents.watchStoreEvents`. */
export function* watchStoreEvents(topic: StoreEventTopic, atMs: number): SqlScript<number> {
	const { beganAtMs, watchedAtMs } = yield* findWatch(topic, atMs);
	yield* keepWatch(topic, watchedAtMs, atMs);
	return beganAtMs;
}

/** Gives those on record; see `StoreEvents.findStoreEvents`. */
export function* findStoreEvents({ receiver, kind }: StoreEventTopic, subjects: string[]): SqlScript<string[]> {
	if (subjects.length === 0) return [];
	const rows = yield* query<{ subject: string }>('findStoreEvents', receiver, kind, subjects);
	return rows.map(({ subject }) => subject);
}

/** Puts subjects on record; see `StoreEvents.addStoreEvents`. */
export function* addStoreEvents({ receiver, kind }: StoreEventTopic, subjects: string[], atMs: number): SqlScript<void> {
	if (subjects.length > 0) yield* query('addStoreEvents', receiver, kind, subjects, atMs);
}

/** Puts messages on record that are given up; see `StoreEvents.addGivenUp`. */
export function* addGivenUp({ receiver, businessAccountId, phoneNumberIds, atMs, endedByMs, limit }: GivenUpLook): SqlScript<number> {
	const topic: StoreEventTopic = { receiver, kind: 'givenUp' };
	const { beganAtMs, watchedAtMs } = yield* findWatch(topic, atMs);
	const sinceMs = Math.max(beganAtMs, (watchedAtMs ?? atMs) - LATE_MS);
	const rows = yield* query('addGivenUp', receiver, topic.kind, businessAccountId, phoneNumberIds ?? null, sinceMs, endedByMs, limit, atMs);
	// What is left of a full look must still be found after a long absence.
	if (rows.length < limit) yield* keepWatch(topic, watchedAtMs, atMs);
	return rows.length;
}

/** Claims what is on record; see `StoreEvents.claimStoreEvents`. */
export function* claimStoreEvents({ receiver, kind, atMs, leaseUntilMs, limit }: StoreEventClaim): SqlScript<string[]> {
	const rows = yield* query<{ subject: string; found_at_ms: number }>('claimStoreEvents', receiver, kind, atMs, leaseUntilMs, limit);
	return rows.toSorted((one, other) => Number(one.found_at_ms) - Number(other.found_at_ms)).map(({ subject }) => subject);
}

/** Lets leases last longer; see `StoreEvents.renewStoreEvents`. */
export function* renewStoreEvents({ receiver, kind }: StoreEventTopic, subjects: string[], leaseUntilMs: number): SqlScript<void> {
	if (subjects.length > 0) yield* query('renewStoreEvents', receiver, kind, subjects, leaseUntilMs);
}

/** Marks subjects as told of; see `StoreEvents.settleStoreEvents`. */
export function* settleStoreEvents({ receiver, kind }: StoreEventTopic, subjects: string[]): SqlScript<void> {
	if (subjects.length > 0) yield* query('settleStoreEvents', receiver, kind, subjects);
}

function* findWatch({ receiver, kind }: StoreEventTopic, atMs: number): SqlScript<{ beganAtMs: number; watchedAtMs?: number }> {
	const [watch] = yield* query<WatchRow>('findStoreEventWatch', receiver, kind);
	if (!watch) return { beganAtMs: atMs };
	// A clock that was ahead must not keep anything from being found.
	return { beganAtMs: Number(watch.began_at_ms), watchedAtMs: Math.min(Number(watch.watched_at_ms), atMs) };
}

/** Once an hour is enough: a look goes back further than that. */
function* keepWatch({ receiver, kind }: StoreEventTopic, watchedAtMs: number | undefined, atMs: number): SqlScript<void> {
	if (watchedAtMs === undefined || atMs >= watchedAtMs + HOUR_MS) yield* query('saveStoreEventWatch', receiver, kind, atMs);
}
