import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest, GraphTransport } from '../client/GraphTransport';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

/** Where 360dialog posts what happens to the number of its key, and what it adds to each request. */
export interface Dialog360Webhook {
	url: string;
	/** Headers of one's own, by name. */
	headers: Record<string, string>;
}

const PATH = '/v1/configs/webhook';

/**
 * Asks where 360dialog posts the webhooks of a number.
 *
 * @returns empty where nobody has set an address
 * @see https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks (read 2026-11-27)
 */
export async function getDialog360Webhook(transport: GraphTransport): Promise<string> {
	const { body } = await callGraph(once(transport), { method: 'GET', path: PATH });
	return typeof body.url === 'string' ? body.url.trim() : '';
}

/**
 * Sets the address to which 360dialog posts the webhooks of a number. Unlike Meta it asks no question of it first.
 *
 * @throws {CloudApiNoAnswerError} when it does not answer with the same address
 * @see https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks (read 2026-11-27)
 */
export async function setDialog360Webhook(transport: GraphTransport, { url, headers }: Dialog360Webhook): Promise<void> {
	const request: GraphRequest = { method: 'POST', path: PATH, body: { url, headers } };
	const { status, body } = await callGraph(once(transport), request);
	if (body.url !== url) throw toUnreadableAnswerError({ status }, request);
}

/** n8n repeats a publication that failed. */
function once(transport: GraphTransport): GraphCalling {
	return { transport, maxTries: 1, wait: async () => await Promise.resolve() };
}
