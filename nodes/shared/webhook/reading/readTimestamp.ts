import { readInstant } from './readInstant';

/** When something happened, and whether the webhook said so. */
export interface EventInstant {
	/** Epoch milliseconds, UTC. */
	atMs: number;
	/** True when the webhook gave no readable timestamp, and `atMs` is when it arrived; absent otherwise. */
	isTimestampMissing?: true;
}

/**
 * Reads a timestamp of a webhook; see {@link readInstant} for its spellings.
 *
 * An instant ahead of the arrival is taken as the arrival. An instant before 2009, and everything that is not a count, is
 * no timestamp.
 *
 * @param value - what the webhook holds
 * @param receivedAtMs - when the webhook arrived; epoch milliseconds, UTC
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-03)
 */
export function readTimestamp(value: unknown, receivedAtMs: number): EventInstant {
	const atMs = readInstant(value);
	return atMs === undefined
		? { atMs: receivedAtMs, isTimestampMissing: true }
		: { atMs: Math.min(atMs, receivedAtMs) };
}
