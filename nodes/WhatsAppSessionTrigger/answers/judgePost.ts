import type { AnswerOutcome, WaitClaim } from '../../shared/store/AnswerWaits';
import { isUnheard } from './isUnheard';
import type { PostedAnswer } from './postAnswer';

/**
 * How long after the execution began to wait n8n may say that it still runs, or waits nowhere, because it has not been put to wait with
 * all its data yet; milliseconds. Later it runs because it was continued.
 */
const SETTLING_MS = 60_000;

/**
 * How long an execution that cannot be reached is waited for, from the first try; milliseconds. Longer than n8n takes to start anew or to be
 * updated, and hardly longer than a person waits for an answer.
 */
const LONGEST_UNREACHABLE_MS = 5 * 60_000;

/** How often it is tried in that time at the most, each time when Meta delivers the message again. Each try may take 15 seconds. */
const MOST_TRIES = 5;

/** n8n's words for an execution that has ended or was deleted, and those of the waiting node for one that waits for something else. */
const OVER = /has finished|does not wait|does not exist/;

// n8n has no status of its own for an execution that ended with the process it ran in, or that something else continues at this moment.
const NOT_WAITING = 'already being resumed';

/** What became of a wait. */
export interface PostVerdict {
	/** `free` and `unknown` where it has to be tried again. */
	outcome: AnswerOutcome;
	/** True when the execution is about to wait; a moment later it does. */
	isSettling: boolean;
	/** True when the execution could not be reached, and is not waited for any longer: `gone` although nobody said so. */
	isGivenUp: boolean;
}

/** A claim as far as the verdict depends on it. */
export type JudgedClaim = WaitClaim & { isRepeated?: boolean };

/**
 * Says what became of a wait by n8n's answer to the post.
 *
 * Continued is what the waiting node itself has said so of: a 2xx alone may come from a proxy with a page of its own.
 *
 * A message whose earlier delivery ended without a word may have continued the execution already, and then n8n refuses it
 * now, or has forgotten it. That is the likely reason as long as the time to wait is not over.
 *
 * An execution that cannot be reached (no answer, 5xx, a redirection, 403) is given up after {@link LONGEST_UNREACHABLE_MS} or
 * {@link MOST_TRIES}, and at once when the time to wait is over: a message that is kept back for it is a message lost.
 *
 * The statuses are those of n8n 2.41.1 (its code, read 2026-11): 404 for an execution that is not there any more or waits at another
 * node, 401 for one of another n8n, 409 for one that runs, has ended or waits for another answer.
 *
 * @param atMs - now; epoch milliseconds, UTC
 */
export function judgePost(posted: PostedAnswer, claim: JudgedClaim, atMs: number): PostVerdict {
	const { status = 0, text = '', continued } = posted;
	const { wait, isRepeated = false } = claim;
	const of = (outcome: AnswerOutcome, more: Partial<PostVerdict> = {}) => ({ outcome, isSettling: false, isGivenUp: false, ...more });
	if (status >= 200 && status < 300 && continued === wait.waitId) return of('continued');
	if (status === 401) return of('gone');
	const isOther = status === 404 || status === 409;
	const isSettling = isOther && atMs < wait.waitsSinceMs + SETTLING_MS && !OVER.test(text);
	if (isSettling) return of(isRepeated ? 'unknown' : 'free', { isSettling });
	if (isOther || (status >= 500 && text.includes(NOT_WAITING))) return of(isRepeated && atMs < wait.givesUpAtMs ? 'continued' : 'gone');
	if (isTriedEnough(claim, atMs)) return of('gone', { isGivenUp: true });
	return of(isUnheard(posted) && !isRepeated ? 'free' : 'unknown');
}

function isTriedEnough({ wait, tries, triedSinceMs }: JudgedClaim, atMs: number): boolean {
	return tries >= MOST_TRIES || atMs >= triedSinceMs + LONGEST_UNREACHABLE_MS || atMs >= wait.givesUpAtMs;
}
