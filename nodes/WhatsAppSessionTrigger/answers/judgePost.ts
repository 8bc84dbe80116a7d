import type { AnswerClaim, AnswerOutcome } from '../../shared/store/AnswerWaits';
import type { PostedAnswer } from './postAnswer';

/**
 * How long after the question n8n may say that the execution still runs, or waits nowhere, because it has not been put to wait with all its
 * data yet; milliseconds. Later it runs because it was continued.
 */
const SETTLING_MS = 60_000;

/** n8n's words for an execution that has ended or was deleted, and those of the waiting node for one that waits for something else. */
const OVER = /has finished|does not wait|does not exist/;

// n8n has no status of its own for an execution that ended with the process it ran in, or that something else continues at this moment.
const NOT_WAITING = 'already being resumed';

/**
 * Says what became of a wait by n8n's answer to the post.
 *
 * A message whose earlier delivery ended without a word may have continued the execution already, and then n8n refuses it
 * now, or has forgotten it. That is the likely reason as long as the time to wait is not over.
 *
 * The statuses are those of n8n 2.41.1 (its code, read 2026-11): 404 for an execution that is not there any more or waits at another
 * node, 401 for one of another n8n, 409 for one that runs, has ended or waits for another answer.
 *
 * @param atMs - now; epoch milliseconds, UTC
 * @returns `free` or `unknown` where it has to be tried again
 */
export function judgePost({ status = 0, text = '' }: PostedAnswer, { wait, isRepeated }: AnswerClaim, atMs: number): AnswerOutcome {
	if (status >= 200 && status < 300) return 'continued';
	if (status === 401) return 'gone';
	const isOther = status === 404 || status === 409;
	const isBusy = isOther && atMs < wait.askedAtMs + SETTLING_MS && !OVER.test(text);
	const isRefused = (isOther && !isBusy) || (status >= 500 && text.includes(NOT_WAITING));
	if (isRefused) return isRepeated && atMs < wait.givesUpAtMs ? 'continued' : 'gone';
	return isBusy && !isRepeated ? 'free' : 'unknown';
}
