import { CloudApiNoAnswerError } from './CloudApiNoAnswerError';
import type { GraphRequest, GraphResponse } from '../client/GraphTransport';
import { isSend } from '../client/isSend';

/**
 * Makes the error for an answer that is not one of the Graph API: the page of a proxy or gateway, or JSON without the
 * fields that an answer has. After a send it leaves open whether the message went out, whatever the HTTP status.
 */
export function toUnreadableAnswerError(
	response: Pick<GraphResponse, 'status'>,
	request: Pick<GraphRequest, 'method' | 'path' | 'body'>,
): CloudApiNoAnswerError {
	const isMessage = isSend(request);
	const doubt = isMessage ? ', and nobody knows whether the message was sent' : '';
	return new CloudApiNoAnswerError(`The answer of WhatsApp could not be read (HTTP ${response.status})${doubt}.`, {
		advice: isMessage
			? 'Look in WhatsApp whether the message arrived before you send it again.'
			: "Check that the 'Graph API Base URL' of the credential leads to Meta and not to a proxy's page.",
		wasPossiblySent: isMessage,
		httpStatus: response.status,
	});
}
