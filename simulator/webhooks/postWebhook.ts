/** A signed POST to a callback URL. */
export interface WebhookPost {
	/** Callback URL. */
	url: string;
	/** Exact body. */
	rawBody: string;
	/** `X-Hub-Signature-256`; undefined leaves the header out. */
	signature: string | undefined;
	/** More headers; undefined for none. */
	headers?: Record<string, string> | undefined;
	/** Milliseconds to wait for the answer. */
	timeoutMs: number;
}

/** The answer of a receiver: its HTTP status, or null and the reason why there is none. */
export interface WebhookAnswer {
	/** Null when no answer came. */
	httpStatus: number | null;
	/** Undefined when an answer came. */
	problem?: string;
	/** Body of an answer other than 200, at most 300 characters; undefined when it was empty. */
	answer?: string;
}

const MOST_CHARACTERS = 300;

/** Posts a webhook and waits for the answer; never rejects. */
export async function postWebhook({ url, rawBody, signature, headers: more, timeoutMs }: WebhookPost): Promise<WebhookAnswer> {
	const headers = {
		'Content-Type': 'application/json',
		'User-Agent': 'facebookexternalua',
		...(signature && { 'X-Hub-Signature-256': signature }),
		...more,
	};
	const request = { method: 'POST', headers, body: rawBody, signal: AbortSignal.timeout(timeoutMs) };
	return await fetch(url, request).then(toAnswer, toNoAnswer);
}

async function toAnswer(response: Response): Promise<WebhookAnswer> {
	const text = await response.text().catch(() => '');
	const answer = response.status === 200 ? '' : text.trim().slice(0, MOST_CHARACTERS);
	return { httpStatus: response.status, ...(answer && { answer }) };
}

function toNoAnswer(error: Error): WebhookAnswer {
	const cause = error.cause instanceof Error ? error.cause.message : undefined;
	return { httpStatus: null, problem: cause || error.message };
}
