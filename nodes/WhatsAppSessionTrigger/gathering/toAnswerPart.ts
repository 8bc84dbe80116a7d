import type { IWebhookFunctions } from 'n8n-workflow';

import type { AnswerWait } from '../../shared/store/AnswerWaits';
import type { AnswerPart } from '../../shared/store/Gatherings';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { howGathered } from './howGathered';

/** Enough for a look, which comes every second, and for n8n to continue the execution before it ends the wait itself. */
const MARGIN_MS = 3_000;

/**
 * Says what a message is to the answer that an execution waits for: the person is heard before the wait gives up.
 *
 * The connection of the webhook is kept with it, because what is gathered is handed over when there is none.
 */
export function toAnswerPart(context: Pick<IWebhookFunctions, 'getRequestObject'>, event: WebhookEvent, { waitId, givesUpAtMs }: AnswerWait): AnswerPart {
	const { socket } = context.getRequestObject();
	const { localAddress, localPort } = socket;
	const isOfUse = localAddress !== undefined && localPort !== undefined && !('encrypted' in socket);
	const part = { waitId, latestAtMs: givesUpAtMs - MARGIN_MS, isComplete: howGathered(event) === 'completes' };
	return isOfUse ? { ...part, reachedAt: { localAddress, localPort } } : part;
}
