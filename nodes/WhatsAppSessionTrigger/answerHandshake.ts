import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { verifyHandshake } from '../shared/webhook/verifyHandshake';
import { WebhookRejectedError } from '../shared/webhook/WebhookRejectedError';
import { rejectWebhook } from './rejectWebhook';
import { rememberCredentials, rereadCredentials } from './rememberCredentials';

/** Answers the GET by which Meta verifies the callback URL: the challenge as raw text, or 403 with the reason. */
export async function answerHandshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const query: Record<string, unknown> = { ...context.getQueryData() };
	let verdict = verifyHandshake(query, (await rememberCredentials(context)).verifyToken);
	if (!verdict.isValid) {
		const changed = await rereadCredentials(context);
		if (changed) verdict = verifyHandshake(query, changed.verifyToken);
	}
	if (!verdict.isValid) return rejectWebhook(context, new WebhookRejectedError(verdict.reason));

	context.getResponseObject().status(200).type('text/plain').send(verdict.challenge);
	return { noWebhookResponse: true };
}
