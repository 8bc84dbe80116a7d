import { setTimeout as pause } from 'node:timers/promises';

/** How long and how often to look. */
export interface WaitOptions {
	/** What is waited for, for the error message: "n8n to be ready". */
	what: string;
	/** Milliseconds until it is given up; a minute by default. */
	timeoutMs?: number;
	/** Milliseconds between two looks; 100 by default. */
	everyMs?: number;
	/** Ends the waiting early. */
	signal?: AbortSignal;
}

/**
 * Looks again and again until there is something to see.
 *
 * @param look - gives the awaited thing, or undefined or false while it is not there; an error it throws ends the wait
 * @throws {Error} when the time is up
 */
export async function waitUntil<Found>(
	look: () => Promise<Found | undefined | false>,
	{ what, timeoutMs = 60_000, everyMs = 100, signal }: WaitOptions,
): Promise<Found> {
	const giveUpAtMs = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() >= giveUpAtMs) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
		await pause(everyMs, undefined, { signal });
	}
}
