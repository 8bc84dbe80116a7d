/** What is left of the rate after a refusal. */
const LEFT_AFTER_REFUSAL = 0.8;
/** How long it takes to come back from nothing to the full rate. */
const RECOVERY_SECONDS = 120;
const LEAST_PER_SECOND = 1;

/** How fast a number sends at the moment, and how fast it may at most; messages a second. */
export interface Throttle {
	fullPerSecond: number;
	/** At `changedAtMs`; more from then on, see {@link perSecondAt}. */
	perSecond: number;
	/** Milliseconds of any clock that only goes forward. */
	changedAtMs: number;
}

/** A throttle that holds nothing back. */
export function openThrottle(fullPerSecond: number): Throttle {
	return { fullPerSecond, perSecond: fullPerSecond, changedAtMs: 0 };
}

/** The rate at an instant: it comes back little by little, by the same step every second, whatever it was. */
export function perSecondAt({ fullPerSecond, perSecond, changedAtMs }: Throttle, nowMs: number): number {
	const seconds = Math.max(nowMs - changedAtMs, 0) / 1000;
	return Math.min(fullPerSecond, perSecond + (seconds * fullPerSecond) / RECOVERY_SECONDS);
}

/**
 * Slows down after a refusal, to four fifths.
 *
 * A message that had left before the last time it slowed down says nothing about the rate since: of the many that are under way when
 * the limit is met, one counts. Several processes that slow down and recover in this way come to equal shares of one limit.
 *
 * @param leftAtMs - when the refused message left
 */
export function slowDown(throttle: Throttle, { leftAtMs, nowMs }: { leftAtMs: number; nowMs: number }): Throttle {
	if (leftAtMs < throttle.changedAtMs) return throttle;
	const perSecond = Math.max(perSecondAt(throttle, nowMs) * LEFT_AFTER_REFUSAL, Math.min(LEAST_PER_SECOND, throttle.fullPerSecond));
	return { ...throttle, perSecond, changedAtMs: nowMs };
}

/** The same with another full rate; one that was not held back is not held back by this either. */
export function withFullRate(throttle: Throttle, fullPerSecond: number, nowMs: number): Throttle {
	const now = perSecondAt(throttle, nowMs);
	if (now >= throttle.fullPerSecond) return { ...throttle, fullPerSecond, perSecond: fullPerSecond };
	return { fullPerSecond, perSecond: Math.min(now, fullPerSecond), changedAtMs: nowMs };
}
