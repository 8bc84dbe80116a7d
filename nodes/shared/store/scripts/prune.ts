import { query } from '../query';
import type { SqlScript } from '../SqlScript';

const DAY_MS = 24 * 60 * 60 * 1000;
// Meta delivers a webhook again for up to 7 days; a day more, so that no clock has to be exact.
const KEPT_MS = 8 * DAY_MS;
// From then on a number that somebody left may be given to somebody else, who must not be taken for that person for ever.
const RENAMINGS_KEPT_MS = 90 * 24 * 60 * 60 * 1000;
// Far longer than any process remembers a list of templates, and little to keep: one row for each template.
const TEMPLATE_CHANGES_KEPT_MS = 30 * 24 * 60 * 60 * 1000;
// An alarm that was away for longer than a week begins anew in any case.
const WATCHES_KEPT_MS = 30 * DAY_MS;
const BATCH_SIZE = 1_000;

/**
 * Forgets what nobody can ask for any more: received event IDs and statuses whose send never came on record, older than 8 days;
 * renamings older than 90 days; changes of templates older than 30 days; uploads whose media ID has expired;
 * waits for an answer that ended 8 days ago; alarms of windows that ended 8 days ago, and those that nobody has asked for in 30 days.
 *
 * @param atMs - the instant to count back from; epoch milliseconds, UTC
 * @returns true when nothing is left to forget; false after a full batch, so that no single webhook waits for a long one
 */
export function* prune(atMs: number): SqlScript<boolean> {
	const events = yield* query('pruneReceivedEvents', atMs - KEPT_MS, BATCH_SIZE);
	const statuses = yield* query('pruneEarlyStatuses', atMs - KEPT_MS, BATCH_SIZE);
	const renamings = yield* query('pruneRenamings', atMs - RENAMINGS_KEPT_MS, BATCH_SIZE);
	const templates = yield* query('pruneTemplateChanges', atMs - TEMPLATE_CHANGES_KEPT_MS, BATCH_SIZE);
	const media = yield* query('pruneMedia', atMs, BATCH_SIZE);
	// As long as Meta may deliver the answer again.
	const waits = yield* query('pruneAnswerWaits', atMs - KEPT_MS, BATCH_SIZE);
	// Eight days after the end of the window, which is a day after the message.
	const closings = yield* query('pruneClosings', atMs - KEPT_MS - DAY_MS, BATCH_SIZE);
	const watches = yield* query('pruneClosingWatches', atMs - WATCHES_KEPT_MS, BATCH_SIZE);
	return [events, statuses, renamings, templates, media, waits, closings, watches].every((forgotten) => forgotten.length < BATCH_SIZE);
}
