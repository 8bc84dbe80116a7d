// From here on a count is one of milliseconds: as seconds it would lie beyond the year 5000.
const SMALLEST_MILLIS = 100_000_000_000;
// From here on a count is neither: as milliseconds it would lie beyond the year 5000, too.
const SMALLEST_UNKNOWN = 100_000_000_000_000;
// WhatsApp began in 2009.
const EARLIEST_INSTANT_MS = Date.UTC(2009, 0, 1);

/** When something happened, and whether the webhook said so. */
export interface EventInstant {
	/** Epoch milliseconds, UTC. */
	atMs: number;
	/** True when the webhook gave no readable timestamp, and `atMs` is when it arrived; absent otherwise. */
	isTimestampMissing?: true;
}

/**
 * Reads a timestamp of a webhook.
 *
 * Meta writes Unix seconds, as text in `messages` and `statuses`, as an integer in other fields. A count of
 * 100,000,000,000 or more is taken as milliseconds. An instant ahead of the arrival is taken as the arrival. An instant before
 * 2009, and everything that is not a count, is no timestamp.
 *
 * @param value - what the webhook holds
 * @param receivedAtMs - when the webhook arrived; epoch milliseconds, UTC
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-03)
 */
export function readTimestamp(value: unknown, receivedAtMs: number): EventInstant {
	const count = toCount(value);
	const atMs = Math.floor(count >= SMALLEST_MILLIS ? count : count * 1000);
	const isReadable = count < SMALLEST_UNKNOWN && atMs >= EARLIEST_INSTANT_MS;
	return isReadable ? { atMs: Math.min(atMs, receivedAtMs) } : { atMs: receivedAtMs, isTimestampMissing: true };
}

function toCount(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && /^\d{1,16}(\.\d+)?$/.test(value.trim()) ? Number(value) : NaN;
}
