import type { Attempt } from './Attempts.ts';
import { countAccepted } from './countAccepted.ts';
import { heardStatuses } from './heardStatuses.ts';
import { letRun } from './letRun.ts';
import type { Round } from './Round.ts';

const MOST_RETRIES = 15;
const MOST_ENDINGS = 3;
/** A retry is cut off as well in one of so many cases, and always while nothing has been cut off. */
const CUT_RETRIES = 2;
/** The first execution is retried once more, and not its last retry, in one of so many cases. */
const FIRST_AGAIN = 4;
/** So many retries in a row that came to their own end without a message more are enough. */
const IDLE_RETRIES = 2;

/** Retries one of the two executions that somebody would retry; undefined when n8n says that it is done. */
async function retry(round: Round, first: Attempt, last: Attempt): Promise<Attempt | undefined> {
	const { attempts, random } = round;
	const isCutOff = round.endings === 0 || (round.endings < MOST_ENDINGS && random(CUT_RETRIES) === 0);
	const target = random(FIRST_AGAIN) === 0 ? first : last;
	const id = await attempts.retry(target.id, random(2) === 0);
	return id === undefined ? undefined : await letRun(round, id, isCutOff);
}

/**
 * Retries, with the workflow as it was and as it is, until n8n calls it done or retries make no difference any more.
 *
 * @param first - the execution that everything began with
 * @returns the last execution, and how many retries it took
 */
export async function retryToTheEnd(round: Round, first: Attempt): Promise<{ last: Attempt; retries: number }> {
	let last = first;
	let idle = 0;
	let retries = 0;
	while (!last.finished && idle < IDLE_RETRIES && retries < MOST_RETRIES) {
		await heardStatuses(round);
		const before = countAccepted(round) + round.endings;
		const retried = await retry(round, first, last);
		if (!retried) break;
		retries += 1;
		last = retried;
		idle = countAccepted(round) + round.endings === before ? idle + 1 : 0;
	}
	return { last, retries };
}
