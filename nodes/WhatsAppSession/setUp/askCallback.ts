import { randomInt } from 'node:crypto';

import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

/** What an address answered to Meta's question. */
export interface CallbackAnswer {
	/** HTTP status; undefined when no answer came. */
	status?: number;
	/** True when the answer was exactly the challenge. */
	isChallenge: boolean;
	/** True when the answer is a web page. */
	isPage: boolean;
}

// Meta's own limit is not published; what takes longer than this is no answer.
const TIMEOUT_MS = 10_000;
const LARGEST_CHALLENGE = 2 ** 47;

/**
 * Asks an address for a challenge as Meta does when an address is set. No access token goes along.
 *
 * @param verifyToken - the word by which the address knows that Meta asks
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export async function askCallback(
	context: Pick<IExecuteFunctions, 'helpers'>,
	url: string,
	verifyToken: string,
): Promise<CallbackAnswer> {
	const challenge = String(randomInt(LARGEST_CHALLENGE));
	const asking = context.helpers.httpRequest({
		method: 'GET',
		url,
		qs: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken },
		// As text: a challenge of digits would else come back as a number.
		encoding: 'text',
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	}) as Promise<IN8nHttpFullResponse>;
	return await asking.then(
		({ statusCode: status, body, headers }) => ({
			status,
			isChallenge: status === 200 && body === challenge,
			isPage: String(headers['content-type'] ?? '')
				.toLowerCase()
				.includes('text/html'),
		}),
		() => ({ isChallenge: false, isPage: false }),
	);
}
