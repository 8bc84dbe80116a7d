import type { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import type { GraphRequest, GraphResponse, GraphTransport } from './GraphTransport';
import { isGraphError } from '../errors/isGraphError';
import { isRecord } from '../../domain/isRecord';
import { isSend } from './isSend';
import { retryDelayMs } from '../errors/retryDelayMs';
import { toCloudApiError } from '../errors/toCloudApiError';
import { toNoAnswerError } from '../errors/toNoAnswerError';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

/** Time-out, conflict, too early, too many, and a connection that was closed: whoever answers so may have passed the request on. */
const UNDECIDED_STATUSES = new Set([408, 409, 425, 429, 499]);

/** What a request needs besides itself. */
export interface GraphCalling {
	transport: GraphTransport;
	/** Waits that many milliseconds. */
	wait: (ms: number) => Promise<void>;
	/** How often a request is made at most, the first time included. */
	maxTries: number;
}

/** An answer that is worth reading: its body is an object and no error. */
export interface GraphAnswer extends GraphResponse {
	body: Record<string, unknown>;
}

/**
 * Makes one request, repeating it where {@link retryDelayMs} allows.
 *
 * @throws {CloudApiError} when Meta refused it
 * @throws {CloudApiNoAnswerError} when no answer came, or none of the Graph API
 */
export async function callGraph(calling: GraphCalling, request: GraphRequest): Promise<GraphAnswer> {
	const isRepeatable = request.isRepeatable ?? request.method === 'GET';
	for (let attempt = 0; ; attempt++) {
		const { answer, error } = await callOnce(calling.transport, request);
		if (error === undefined) return answer;
		const delayMs = attempt + 1 < calling.maxTries ? retryDelayMs(error, attempt, { isRepeatable }) : undefined;
		if (delayMs === undefined) throw error;
		await calling.wait(delayMs);
	}
}

type Outcome = { answer: GraphAnswer; error?: undefined } | { answer?: undefined; error: WhatsAppSessionError };

async function callOnce(transport: GraphTransport, request: GraphRequest): Promise<Outcome> {
	// In a promise of its own, so that a transport that throws instead of rejecting is treated alike.
	return await Promise.resolve()
		.then(async () => await transport(request))
		.then(
			(response) => toOutcome(response, request),
			(failure: unknown) => ({ error: toNoAnswerError(failure, request) }),
		);
}

function toOutcome({ status, body }: GraphResponse, request: GraphRequest): Outcome {
	if (isGraphError(body)) {
		const refused = isSend(request) ? 'message' : 'request';
		const sent = [request.body, request.query];
		return { error: toCloudApiError(body, { httpStatus: status, refused, sent }) };
	}
	if (status >= 200 && status < 300 && isRecord(body)) return { answer: { status, body } };
	// A host in front of Meta: it refuses what Meta would have refused, in words of its own.
	const words = isRefusal(status) && isSend(request) ? readWords(body) : '';
	if (words !== '') return { error: toCloudApiError({ message: words }, { httpStatus: status, sent: [request.body] }) };
	return { error: toUnreadableAnswerError({ status }, request) };
}

/** Whether the request was certainly not taken. */
function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && !UNDECIDED_STATUSES.has(status);
}

/** The sentence of an answer that is none of the Graph API, wherever a host puts it. */
function readWords(body: unknown): string {
	// A page of a proxy says nothing of the message.
	if (typeof body === 'string') return /^\s*</.test(body) ? '' : body;
	if (!isRecord(body)) return '';
	const { error, message, detail, details, errors, meta } = body;
	const nested = isRecord(error) ? [error.message, error.details, error.detail] : [error];
	const texts: unknown[] = [isRecord(meta) && meta.developer_message, ...nested, message, detail, details, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
	return texts.filter((text) => typeof text === 'string').join(' ');
}
