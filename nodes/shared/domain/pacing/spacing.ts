/**
 * How often something may happen: `burst` times at once, and once in `intervalMs` from then on. What is not used fills up again,
 * to the burst and no further.
 */
export interface Spacing {
	/** Milliseconds; more than 0. */
	intervalMs: number;
	/** 1 or more; a part of one counts as well. */
	burst: number;
}

/**
 * How much of a burst is used, as one instant: from `restedAtMs` on all of it is there again. Undefined while nothing was ever used.
 *
 * The rule is the generic cell rate algorithm, which says the same as a bucket of tokens and needs no count of them.
 */
export type RestedAtMs = number | undefined;

/** The first instant at which one more may happen; may lie in the past. */
export function dueAtMs(restedAtMs: RestedAtMs, { intervalMs, burst }: Spacing): number {
	return (restedAtMs ?? -Infinity) - (burst - 1) * intervalMs;
}

/** What is used when one happens at `nowMs`, whether it was due or not. */
export function afterOne(restedAtMs: RestedAtMs, { intervalMs }: Spacing, nowMs: number): number {
	return Math.max(restedAtMs ?? -Infinity, nowMs) + intervalMs;
}

/** What is used when two records turn out to be of the same thing: as much as both together. */
export function joinSpacings(one: RestedAtMs, other: RestedAtMs, nowMs: number): RestedAtMs {
	if (one === undefined || other === undefined) return one ?? other;
	return Math.max(one, nowMs) + Math.max(other - nowMs, 0);
}
