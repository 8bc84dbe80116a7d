import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import type { Continuation } from '../../shared/n8n/waits/Continuation';
import type { AnswerOutcome, AnswerWait } from '../../shared/store/AnswerWaits';
import type { GatheredClaim, Gathering } from '../../shared/store/Gatherings';
import type { Store } from '../../shared/store/Store';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { giveAnswer } from '../answers/giveAnswer';
import { isUnheard } from '../answers/isUnheard';
import { postAnswer, type PostedAnswer } from '../answers/postAnswer';
import { toAnswerJson } from '../answers/toAnswerJson';

/** Gathered messages as they are handed over. */
export interface GatheredAnswer {
	gathering: Gathering;
	/** Its messages, the newest last. */
	events: MessageEvent[];
	/** Their item. */
	item: IDataObject;
}

/**
 * Continues the execution that waits for gathered messages with all of them, and writes down what became of the wait.
 *
 * @returns `free` or `unknown` where they have to be handed over once more
 * @throws {SessionStoreError} when it could not be written down
 */
export async function continueWithGathered(
	context: ITriggerFunctions,
	store: Store,
	claim: GatheredClaim,
	{ gathering, events, item }: GatheredAnswer,
): Promise<AnswerOutcome> {
	const { waitId, questionIds: [questionId] } = claim.wait;
	const body: Continuation = { waitId, questionId, answer: toAnswerJson(events, item) };
	const outcome = await giveAnswer(context, claim, async () => await post(context, gathering, claim.wait, body));
	// Where nobody knows, the claim stays: nothing else may be the answer meanwhile.
	if (outcome !== 'unknown') await store.settleAnswers(claim.deliveryId, [{ claim, outcome }]);
	return outcome;
}

/** Where its messages came in, or, if nobody is there any more, at n8n's public address. */
async function post(context: ITriggerFunctions, { messages }: Gathering, wait: AnswerWait, body: Continuation): Promise<PostedAnswer> {
	const instanceId = context.getInstanceId();
	const connection = messages.findLast(({ answer }) => answer?.reachedAt)?.answer?.reachedAt;
	const posted = await postAnswer({ instanceId, connection }, wait, body);
	const isNobodyThere = posted.status === undefined && isUnheard(posted);
	return connection && isNobodyThere ? await postAnswer({ instanceId }, wait, body) : posted;
}
