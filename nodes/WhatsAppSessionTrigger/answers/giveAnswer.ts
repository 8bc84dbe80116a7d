import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import type { AnswerClaim, AnswerOutcome } from '../../shared/store/AnswerWaits';
import { judgePost } from './judgePost';
import { logPost } from './logPost';
import type { PostedAnswer } from './postAnswer';

/** Tries while n8n has not put the execution to wait yet; together about three seconds. */
const PAUSES_MS = [100, 200, 400, 800, 1_600];

/**
 * Posts an answer, and says what became of the wait; writes down where the execution did not go on.
 *
 * @param post - posts it once; never throws
 */
export async function giveAnswer(
	context: Pick<ITriggerFunctions, 'logger'>,
	claim: AnswerClaim,
	post: () => Promise<PostedAnswer>,
): Promise<AnswerOutcome> {
	const attempt = async () => {
		const posted = await post();
		const verdict = judgePost(posted, claim, Date.now());
		if (isUndecided(verdict.outcome) || verdict.isGivenUp) logPost(context, claim, posted, verdict);
		return verdict;
	};
	let verdict = await attempt();
	for (const pauseMs of PAUSES_MS) {
		if (!verdict.isSettling) break;
		await sleep(pauseMs);
		verdict = await attempt();
	}
	return verdict.outcome;
}

/** Says whether an answer has to be given once more. */
export function isUndecided(outcome: AnswerOutcome): boolean {
	return outcome === 'free' || outcome === 'unknown';
}
