import { request as requestByHttp } from 'node:http';

import { readBeginning } from '../../shared/n8n/readBeginning';
import { CONTINUED_HEADER, type Continuation } from '../../shared/n8n/waits/Continuation';
import type { AnswerWait } from '../../shared/store/AnswerWaits';
import type { PostingPlace } from './PostingPlace';
import { toLocalAddress, type LocalAddress } from './toLocalAddress';

/** What n8n said to an answer; nothing where no answer came. */
export interface PostedAnswer {
	status?: number;
	text?: string;
	/** The wait that the waiting node says it has continued. */
	continued?: string;
	/** Why no answer came, in the word of Node, for example `ECONNREFUSED`. */
	errorCode?: string;
	/** The same as a sentence, for the log. */
	cause?: string;
}

/** Longer than n8n takes to continue an execution, and shorter than Meta waits for the webhook. */
const TIMEOUT_MS = 15_000;
/** Bytes; longer than every sentence of n8n's. */
const LARGEST_ANSWER = 10_000;

/**
 * Posts what an execution waits for, or why it waits no more: within this n8n when it is one of its own, else at the public address of
 * the other one. Never throws.
 */
export async function postAnswer(
	{ instanceId: ownId, connection }: PostingPlace,
	{ resumeUrl, instanceId }: Pick<AnswerWait, 'resumeUrl' | 'instanceId'>,
	body: Continuation,
): Promise<PostedAnswer> {
	try {
		const local = connection && instanceId === ownId ? toLocalAddress(connection, resumeUrl) : undefined;
		const text = JSON.stringify(body);
		return await (local ? postLocally(local, text) : postPublicly(resumeUrl, text));
	} catch (error) {
		return toUnanswered(error);
	}
}

/** `fetch` hides the reason in the cause of its error. */
function toUnanswered(error: unknown): PostedAnswer {
	const { code, message } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown; message?: unknown };
	const errorCode = typeof code === 'string' ? code : undefined;
	return { errorCode, cause: typeof message === 'string' && message !== '' ? message : errorCode };
}

async function postPublicly(url: string, body: string): Promise<PostedAnswer> {
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	const headers = { 'content-type': 'application/json' };
	const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
	const continued = response.headers.get(CONTINUED_HEADER) ?? undefined;
	return { status: response.status, text: await readBeginning(response.body, LARGEST_ANSWER), continued };
}

/** Through a connection of its own: n8n's usual one may lead through a proxy. */
async function postLocally({ host, port, path }: LocalAddress, body: string): Promise<PostedAnswer> {
	const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	return await new Promise((resolve, reject) => {
		const sending = requestByHttp({ host, port, path, method: 'POST', headers, agent: false, signal }, (response) => {
			let text = '';
			const continued = response.headers[CONTINUED_HEADER];
			response.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(0, LARGEST_ANSWER)));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, text, continued: continued?.toString() })).on('error', reject);
		});
		sending.on('error', reject).end(body);
	});
}
