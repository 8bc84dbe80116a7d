import { randomInt } from 'node:crypto';

import type { IAllExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { WebhookRejectedError } from '../../webhook/WebhookRejectedError';

/** What an address answered to Meta's question. */
export interface CallbackAnswer {
	/** HTTP status; undefined when no answer came. */
	status?: number;
	/** True when the answer was exactly the challenge. */
	isChallenge: boolean;
	/** True when a trigger of this pack answered that its verify token is another one. */
	isTriggerOfOtherToken: boolean;
	/** True when the answer is a web page. */
	isPage: boolean;
}

const LARGEST_CHALLENGE = 2 ** 47;
const NO_ANSWER: CallbackAnswer = { isChallenge: false, isTriggerOfOtherToken: false, isPage: false };

/**
 * Asks an address for a challenge as Meta does when an address is set. No access token goes along, and no redirect is
 * followed. Never rejects.
 *
 * **WARNING:** the verify token goes to that address: ask only those that belong to the builder.
 *
 * @param verifyToken - the word by which the address knows that Meta asks
 * @param timeoutMs - after which no answer counts as none, milliseconds; Meta does not publish its own limit
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export async function askCallback(
	context: { helpers: Pick<IAllExecuteFunctions['helpers'], 'httpRequest'> },
	url: string,
	verifyToken: string,
	timeoutMs: number,
): Promise<CallbackAnswer> {
	const challenge = String(randomInt(LARGEST_CHALLENGE));
	const asking = context.helpers.httpRequest({
		method: 'GET',
		url,
		qs: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken },
		// As text: a challenge of digits would else come back as a number.
		encoding: 'text',
		timeout: timeoutMs,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	}) as Promise<IN8nHttpFullResponse>;
	return await asking.then(
		(response) => toAnswer(response, challenge),
		() => NO_ANSWER,
	);
}

function toAnswer({ statusCode: status, body, headers }: IN8nHttpFullResponse, challenge: string): CallbackAnswer {
	return {
		status,
		isChallenge: status === 200 && body === challenge,
		isTriggerOfOtherToken: status === 403 && isMismatch(body),
		isPage: String(headers['content-type'] ?? '')
			.toLowerCase()
			.includes('text/html'),
	};
}

function isMismatch(body: unknown): boolean {
	return typeof body === 'string' && body.includes(new WebhookRejectedError('verifyTokenMismatch').message);
}
