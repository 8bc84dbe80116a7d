import { setTimeout as pause } from 'node:timers/promises';

const SECOND_MS = 1_000;

/**
 * Calls `post` so many times a second, whether or not the calls before have come to their end: people do not wait for each other.
 *
 * @returns when the time is over; calls may still be under way
 */
export async function postEvenly(perSecond: number, seconds: number, post: () => void, signal: AbortSignal): Promise<void> {
	const begunAtMs = performance.now();
	for (let count = 0; count < perSecond * seconds; count++) {
		const waitMs = begunAtMs + (count * SECOND_MS) / perSecond - performance.now();
		if (waitMs > 0) await pause(waitMs, undefined, { signal });
		signal.throwIfAborted();
		post();
	}
}
