const HOUR_MS = 60 * 60 * 1_000;

/**
 * A time in three parts, the first instant and the first one after it of each: whole hours, what is left before them, and what is left behind
 * them. One that is not there has no instant in it. All are epoch milliseconds, UTC.
 */
export type HourRanges = [
	hoursFromMs: number,
	hoursUntilMs: number,
	beforeFromMs: number,
	beforeUntilMs: number,
	behindFromMs: number,
	behindUntilMs: number,
];

/** Parts a time where hours begin in UTC: messages are counted by the hour. One within which no hour is whole is all before them. */
export function toHourRanges(fromMs: number, untilMs: number): HourRanges {
	const hoursFromMs = Math.ceil(fromMs / HOUR_MS) * HOUR_MS;
	const hoursUntilMs = Math.floor(untilMs / HOUR_MS) * HOUR_MS;
	if (hoursFromMs >= hoursUntilMs) return [0, 0, fromMs, untilMs, 0, 0];
	return [hoursFromMs, hoursUntilMs, fromMs, hoursFromMs, hoursUntilMs, untilMs];
}
