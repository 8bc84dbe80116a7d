import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { verifyHandshake, type HandshakeVerdict } from '../shared/webhook/verifyHandshake';
import { WebhookRejectedError } from '../shared/webhook/WebhookRejectedError';
import { rejectWebhook } from './delivery/rejectWebhook';
import { rememberCredentials, rereadCredentials } from './delivery/rememberCredentials';

/** Answers the GET by which Meta verifies the callback URL: the challenge as raw text, or the reason why not. */
export async function answerHandshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const verdict = await verify(context).catch((cause: unknown) => ({ cause }));
	if ('cause' in verdict) return rejectWebhook(context, new WebhookRejectedError('credentialUnavailable', verdict));
	if (!verdict.isValid) return rejectWebhook(context, new WebhookRejectedError(verdict.reason));

	context.getResponseObject().status(200).type('text/plain').send(verdict.challenge);
	return { noWebhookResponse: true };
}

async function verify(context: IWebhookFunctions): Promise<HandshakeVerdict> {
	const query: Record<string, unknown> = { ...context.getQueryData() };
	const verdict = verifyHandshake(query, (await rememberCredentials(context)).verifyToken);
	const changed = verdict.isValid ? undefined : await rereadCredentials(context);
	return changed ? verifyHandshake(query, changed.verifyToken) : verdict;
}
