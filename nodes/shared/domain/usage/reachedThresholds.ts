import type { NumberUsage } from './summarizeUsage';
import type { CountedUsage, UsageThresholds } from './UsageThresholds';

/** A threshold that a business number has reached. */
export interface ReachedThreshold {
	counted: CountedUsage;
	threshold: number;
}

/**
 * Says which thresholds the figures of a number have reached; with exactly as many messages a threshold is reached. All that are, however
 * many of them at once: each is true. Those of the free messages come first, and of each kind the lowest.
 */
export function reachedThresholds(usage: Pick<NumberUsage, CountedUsage>, thresholds: UsageThresholds): ReachedThreshold[] {
	return (['freeUsed', 'charged'] as const).flatMap((counted) =>
		thresholds[counted].filter((threshold) => threshold <= usage[counted]).map((threshold) => ({ counted, threshold })),
	);
}
