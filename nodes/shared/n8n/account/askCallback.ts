import { randomInt } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';

import type { IAllExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { WebhookRejectedError } from '../../webhook/WebhookRejectedError';
import { readBeginning } from '../readBeginning';

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
/** More than a challenge or a refusal of a trigger takes. */
const LONGEST_ANSWER_BYTES = 10_000;
const NO_ANSWER: CallbackAnswer = { isChallenge: false, isTriggerOfOtherToken: false, isPage: false };

/**
 * Asks an address for a challenge as Meta does when an address is set. No access token goes along, no redirect is
 * followed, and of a long answer the beginning alone is read. Never rejects.
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
	const abortSignal = AbortSignal.timeout(timeoutMs);
	const asking = context.helpers.httpRequest({
		method: 'GET',
		url,
		qs: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken },
		encoding: 'stream',
		timeout: timeoutMs,
		abortSignal,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	}) as Promise<IN8nHttpFullResponse>;
	return await asking
		.then(async (response) => toAnswer(response, await readText(response.body, abortSignal), challenge))
		.catch(() => NO_ANSWER);
}

async function readText(body: unknown, signal: AbortSignal): Promise<string> {
	return body instanceof Readable ? await readBeginning(addAbortSignal(signal, body), LONGEST_ANSWER_BYTES) : '';
}

function toAnswer({ statusCode: status, headers }: IN8nHttpFullResponse, text: string, challenge: string): CallbackAnswer {
	return {
		status,
		isChallenge: status === 200 && text === challenge,
		isTriggerOfOtherToken: status === 403 && text.includes(new WebhookRejectedError('verifyTokenMismatch').message),
		isPage: String(headers['content-type'] ?? '')
			.toLowerCase()
			.includes('text/html'),
	};
}
