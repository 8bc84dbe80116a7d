// From here on a count is one of milliseconds: as seconds it would lie beyond the year 5000.
const SMALLEST_MILLIS = 100_000_000_000;
// From here on a count is neither: as milliseconds it would lie beyond the year 5000, too.
const SMALLEST_UNKNOWN = 100_000_000_000_000;
// WhatsApp began in 2009.
const EARLIEST_INSTANT_MS = Date.UTC(2009, 0, 1);

/**
 * Reads an instant that may lie ahead, for example the one from which a change takes effect.
 *
 * Meta writes Unix seconds, as text in some fields and as an integer in others. A count of 100,000,000,000 or more is taken
 * as milliseconds.
 *
 * @param value - what the webhook holds
 * @returns epoch milliseconds, UTC; undefined for an instant before 2009, and for everything that is not a count
 */
export function readInstant(value: unknown): number | undefined {
	const count = toCount(value);
	const atMs = Math.floor(count >= SMALLEST_MILLIS ? count : count * 1000);
	return count < SMALLEST_UNKNOWN && atMs >= EARLIEST_INSTANT_MS ? atMs : undefined;
}

function toCount(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && /^\d{1,16}(\.\d+)?$/.test(value.trim()) ? Number(value) : NaN;
}
