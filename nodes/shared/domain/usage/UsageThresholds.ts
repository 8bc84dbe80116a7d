/** What a threshold counts, as the figures of a number call it. */
export type CountedUsage = 'freeUsed' | 'charged';

/** How many messages of a business number and month are to be told of; each list in ascending order, no number twice. */
export interface UsageThresholds extends Record<CountedUsage, number[]> {
	/** Of the free service messages of a month, from 1 to as many as there are. */
	freeUsed: number[];
	/** Of the messages that cost, from 1 on. */
	charged: number[];
}
