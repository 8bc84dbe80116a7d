import type { ITriggerFunctions } from 'n8n-workflow';

import type { WaitClaim } from '../../shared/store/AnswerWaits';
import type { PostVerdict } from './judgePost';
import type { PostedAnswer } from './postAnswer';

const TRIES_AGAIN = 'could not continue an execution that waits for an answer; it tries again';
const GIVES_UP =
	"gives up an execution that waits for an answer and cannot be reached, so the person's messages start the workflow of the trigger. " +
	"Look whether n8n's own address (WEBHOOK_URL) leads to n8n, without a sign-in in front of 'webhook-waiting'";

/** Writes down that an execution did not go on, without its address: with that anybody could continue it. */
export function logPost(
	context: Pick<ITriggerFunctions, 'logger'>,
	{ wait, tries }: WaitClaim,
	{ status, cause }: PostedAnswer,
	{ isGivenUp }: Pick<PostVerdict, 'isGivenUp'>,
): void {
	const details = { executionId: wait.executionId, status, tries, ...(cause && { cause }) };
	if (isGivenUp) context.logger.error(`WhatsApp Session Trigger ${GIVES_UP}`, details);
	else context.logger.warn(`WhatsApp Session Trigger ${TRIES_AGAIN}`, details);
}
