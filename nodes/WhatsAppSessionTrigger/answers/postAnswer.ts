import { request as requestByHttp } from 'node:http';

import type { IWebhookFunctions } from 'n8n-workflow';

import type { AnswerWait } from '../../shared/store/AnswerWaits';
import { toLocalAddress, type LocalAddress } from './toLocalAddress';

/** What n8n said to an answer; nothing where no answer came. */
export interface PostedAnswer {
	status?: number;
	text?: string;
}

/** Longer than n8n takes to continue an execution, and shorter than Meta waits for the webhook. */
const TIMEOUT_MS = 15_000;
const LARGEST_ANSWER = 10_000;

/**
 * Posts an answer to the execution that waits for it: within this n8n when it is one of its own, else at the public address of the other one.
 *
 * @throws when no answer came
 */
export async function postAnswer(
	context: IWebhookFunctions,
	{ resumeUrl, instanceId }: Pick<AnswerWait, 'resumeUrl' | 'instanceId'>,
	body: Record<string, unknown>,
): Promise<PostedAnswer> {
	const isOwn = instanceId === context.getInstanceId();
	const local = isOwn ? toLocalAddress(context.getRequestObject().socket, resumeUrl) : undefined;
	const text = JSON.stringify(body);
	return local ? await postLocally(local, text) : await postPublicly(resumeUrl, text);
}

async function postPublicly(url: string, body: string): Promise<PostedAnswer> {
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	const headers = { 'content-type': 'application/json' };
	const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
	return { status: response.status, text: (await response.text()).slice(0, LARGEST_ANSWER) };
}

/** Through a connection of its own: n8n's usual one may lead through a proxy. */
async function postLocally({ host, port, path }: LocalAddress, body: string): Promise<PostedAnswer> {
	const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	return await new Promise((resolve, reject) => {
		const sending = requestByHttp({ host, port, path, method: 'POST', headers, agent: false, signal }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(0, LARGEST_ANSWER)));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
		});
		sending.on('error', reject).end(body);
	});
}
