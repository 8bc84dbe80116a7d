import { RETENTION } from '../../domain/retention';
import type { HousekeepingStatements } from '../HousekeepingStatements';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** What is forgotten how long after its instant. */
export interface PruningRule {
	statement: keyof HousekeepingStatements;
	keptMs: number;
}

const WINDOW_MS = 24 * 60 * 60 * 1_000;
// Few enough that no webhook waits for them to be noticed, many enough that a backlog of a million is gone within minutes.
const BATCH_SIZE = 500;

/** All rules but that of sessions, which have no single instant; see {@link pruneSessions}. */
export const PRUNING_RULES: readonly PruningRule[] = [
	{ statement: 'pruneReceivedEvents', keptMs: RETENTION.webhookMs },
	{ statement: 'pruneEarlyStatuses', keptMs: RETENTION.webhookMs },
	{ statement: 'pruneRenamings', keptMs: RETENTION.renamingMs },
	{ statement: 'pruneTemplateChanges', keptMs: RETENTION.templateChangeMs },
	// By the instant at which the media ID expires.
	{ statement: 'pruneMedia', keptMs: 0 },
	// As long as Meta may deliver the answer again.
	{ statement: 'pruneAnswerWaits', keptMs: RETENTION.webhookMs },
	{ statement: 'pruneOutbox', keptMs: RETENTION.outboxMs },
	// After the end of the window, which is a day after the message.
	{ statement: 'pruneClosings', keptMs: RETENTION.webhookMs + WINDOW_MS },
	{ statement: 'pruneClosingWatches', keptMs: RETENTION.closingWatchMs },
	// From the instant at which it should have started a workflow that nobody runs any more.
	{ statement: 'pruneGatherings', keptMs: RETENTION.webhookMs },
	{ statement: 'pruneStoreEvents', keptMs: RETENTION.storeEventMs },
	{ statement: 'pruneStoreEventWatches', keptMs: RETENTION.storeEventMs },
	{ statement: 'pruneSends', keptMs: RETENTION.sendMs },
	{ statement: 'pruneCountedSends', keptMs: RETENTION.countedSendMs },
	{ statement: 'pruneUsage', keptMs: RETENTION.usageMs },
	{ statement: 'pruneUsageCounts', keptMs: RETENTION.usageMs },
	// Nothing is lost with it: it is counted anew.
	{ statement: 'pruneChargeCounts', keptMs: WINDOW_MS },
];

/**
 * Forgets one batch of what a rule names.
 *
 * @param atMs - the instant to count back from; epoch milliseconds, UTC
 * @returns whether there may be more
 */
export function* pruneBatch({ statement, keptMs }: PruningRule, atMs: number): SqlScript<boolean> {
	const removed = yield* query(statement, atMs - keptMs, BATCH_SIZE);
	return removed.length === BATCH_SIZE;
}

/**
 * Looks at one page of sessions, and forgets those that are over.
 *
 * @param after - the last `session_id` of the page before; 0 for the first page
 * @returns the last one of this page; undefined after the last page
 */
export function* pruneSessions(atMs: number, after: number): SqlScript<number | undefined> {
	const [page] = yield* query<{ last: number | null }>('findSessionPage', after, BATCH_SIZE);
	if (page?.last === undefined || page.last === null) return undefined;
	yield* query('pruneSessions', after, page.last, atMs - RETENTION.sessionMs);
	return page.last;
}
