/** One thing to measure; it is measured in the real n8n and, without the hand-made one, in process. */
export interface CheckCase {
	/** Its name among the figures. */
	name: string;
	kind: 'check' | 'if' | 'noOp' | 'handMade';
	items: number;
	/** Sessions in the store; undefined where no store is asked. */
	sessions?: number;
	/** Measured in the last round alone, because it takes minutes. */
	once?: true;
}

/** Sizes of the two stores. */
export const SMALL_STORE = 10_000;
export const LARGE_STORE = 1_000_000;

/**
 * What is measured, in the order of one round.
 *
 * The table of the hand-made version holds just the people it is asked about, not a million, which works in its favour:
 * data tables have no index, so that every lookup reads the whole table.
 */
export const checkCases = [
	{ name: 'check', kind: 'check', items: 10_000, sessions: LARGE_STORE },
	{ name: 'if', kind: 'if', items: 10_000 },
	{ name: 'noOp', kind: 'noOp', items: 10_000 },
	{ name: 'checkSmallStore', kind: 'check', items: 10_000, sessions: SMALL_STORE },
	{ name: 'check1000', kind: 'check', items: 1000, sessions: LARGE_STORE },
	{ name: 'if1000', kind: 'if', items: 1000 },
	{ name: 'check1000SmallStore', kind: 'check', items: 1000, sessions: SMALL_STORE },
	{ name: 'handMade1000', kind: 'handMade', items: 1000 },
	{ name: 'handMade', kind: 'handMade', items: 10_000, once: true },
] as const satisfies CheckCase[];
