import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { WebhookRejectedError } from '../../shared/webhook/WebhookRejectedError';

/** Answers a refused request with its status and reason, logs it, and starts no execution. */
export function rejectWebhook(context: IWebhookFunctions, rejection: WebhookRejectedError): IWebhookResponseData {
	const { httpStatus, message, advice, reason, cause } = rejection;
	context.logger.warn(`WhatsApp Session Trigger refused a webhook with ${httpStatus}: ${message} ${advice}`, {
		reason,
		workflowId: context.getWorkflow().id,
		node: context.getNode().name,
		...(cause instanceof Error && { cause: cause.message }),
	});
	context.getResponseObject().status(httpStatus).json({ message, advice });
	return { noWebhookResponse: true };
}
