import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { WebhookRejectedError, WebhookRejectionReason } from '../../shared/webhook/WebhookRejectedError';
import { openRefusalLog } from './openRefusalLog';

const PERIOD_MS = 60_000;

/** What anybody can cause who knows the address, as often as they like. */
const OF_ANYBODY = new Set<WebhookRejectionReason>([
	...(['noHeader', 'malformedHeader', 'mismatch', 'noSecretGiven', 'secretMismatch'] as const),
	...(['notSubscribe', 'verifyTokenMismatch', 'noChallenge'] as const),
]);

const refusals = openRefusalLog(PERIOD_MS);

/**
 * Answers a refused request with its status and reason, and starts no execution.
 *
 * Of requests that do not prove to come from Meta, the log holds the first of a reason and its trigger, and then one line a minute that says
 * how many there were: whoever sends thousands of forged webhooks or handshakes must not fill it.
 */
export function rejectWebhook(context: IWebhookFunctions, rejection: WebhookRejectedError): IWebhookResponseData {
	const { httpStatus, message, advice, reason, cause } = rejection;
	const workflowId = context.getWorkflow().id;
	const unheard = OF_ANYBODY.has(reason) ? refusals.count(JSON.stringify([workflowId, reason]), Date.now()) : 0;
	if (unheard !== undefined) {
		const more = unheard > 0 ? `, and ${unheard} more for the same reason since the last time this was said` : '';
		context.logger.warn(`WhatsApp Session Trigger refused a webhook with ${httpStatus}${more}: ${message} ${advice}`, {
			reason,
			workflowId,
			node: context.getNode().name,
			...(unheard > 0 && { more: unheard }),
			...(cause instanceof Error && { cause: cause.message }),
		});
	}
	context.getResponseObject().status(httpStatus).json({ message, advice });
	return { noWebhookResponse: true };
}
