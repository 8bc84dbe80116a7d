import type { IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { openStore } from '../../shared/store/openStore';
import type { WaitClaim } from '../../shared/store/AnswerWaits';
import { judgePost } from './judgePost';
import { logPost } from './logPost';
import { placeOf } from './PostingPlace';
import { postAnswer } from './postAnswer';

/** Waits that are over before their time, claimed by one delivery. */
export interface EndedWaits {
	deliveryId: string;
	credentials: Pick<SessionCredentials, 'store'>;
	ended: WaitClaim[];
}

/**
 * Tells executions whose question was followed by a newer one that they wait no more, so that they go on by 'No Answer'.
 *
 * It is the trigger that tells them, and with the next webhook of any kind: the node that asked may run where n8n cannot be reached.
 * What could not be told is told with a later webhook; at the worst n8n ends the wait when its time is over. No webhook is kept back
 * for it, so it never throws.
 */
export async function tellEndedWaits(context: IWebhookFunctions, { deliveryId, credentials, ended }: EndedWaits): Promise<void> {
	const tell = async (claim: WaitClaim): Promise<void> => {
		const { waitId, questionIds: [questionId] } = claim.wait;
		const posted = await postAnswer(placeOf(context), claim.wait, { waitId, questionId, endedBy: 'newerQuestion' });
		const verdict = judgePost(posted, claim, Date.now());
		if (verdict.isGivenUp) logPost(context, claim, posted, verdict);
		const isOver = verdict.outcome === 'continued' || verdict.outcome === 'gone';
		// What is not settled is claimed anew when its lease is over.
		if (isOver) await openStore(credentials.store).settleAnswers(deliveryId, [{ claim, outcome: 'gone' }]);
	};
	await Promise.all(
		ended.map((claim) =>
			tell(claim).catch((error: unknown) =>
				context.logger.warn('WhatsApp Session Trigger could not end a wait that a newer question took the place of; it tries again', {
					executionId: claim.wait.executionId,
					error,
				}),
			),
		),
	);
}
