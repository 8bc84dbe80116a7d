/** Meta's question to a new callback URL. */
export interface CallbackQuestion {
	/** The URL to ask. */
	callbackUrl: string;
	/** Secret that the receiver compares. */
	verifyToken: string;
	/** Text that has to come back unchanged. */
	challenge: string;
}

/**
 * Asks a callback URL for the challenge, as Meta does whenever one is set.
 *
 * @returns undefined when the answer was 200 and exactly the challenge, otherwise what was wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export async function verifyCallback(question: CallbackQuestion): Promise<string | undefined> {
	if (!URL.canParse(question.callbackUrl)) return 'callback_url is not a URL';
	const url = new URL(question.callbackUrl);
	url.searchParams.set('hub.mode', 'subscribe');
	url.searchParams.set('hub.challenge', question.challenge);
	url.searchParams.set('hub.verify_token', question.verifyToken);
	return await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
		async (response) => findProblem(response, await response.text(), question.challenge),
		(error: Error) => `no answer (${error.cause instanceof Error ? error.cause.message : error.message})`,
	);
}

function findProblem({ status, statusText }: Response, body: string, challenge: string): string | undefined {
	if (status !== 200) return `HTTP Status Code = ${status}; HTTP Message = ${statusText}`;
	return body === challenge ? undefined : 'the response does not match the challenge';
}
