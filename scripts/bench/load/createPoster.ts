import { Agent, request } from 'node:http';
import type { SignedWebhook } from './signWebhook.ts';

const ANSWER_TIMEOUT_MS = 60_000;

/** Posts webhooks to one address over connections that stay open. */
export interface Poster {
	/**
	 * Posts one webhook and waits for the whole answer.
	 *
	 * @returns the HTTP status
	 * @throws {Error} when the connection ended before the answer was complete, or after 60 s without one
	 */
	post(webhook: SignedWebhook): Promise<number>;
	/** Ends all connections. */
	close(): void;
}

/**
 * Makes a poster.
 *
 * @param url - where to post to; `localhost` is taken as 127.0.0.1, so that no name has to be looked up
 * @param connections - how many requests can be under way at once; others wait for their turn
 */
export function createPoster(url: string, connections: number): Poster {
	const target = new URL(url);
	if (target.hostname === 'localhost') target.hostname = '127.0.0.1';
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const post = ({ body, headers }: SignedWebhook) =>
		new Promise<number>((resolve, reject) => {
			const sent = request(target, { agent, method: 'POST', headers, timeout: ANSWER_TIMEOUT_MS }, (answer) => {
				answer.once('error', reject);
				answer.once('close', () => (answer.complete ? resolve(answer.statusCode ?? 0) : reject(new Error('Cut off.'))));
				answer.resume();
			});
			sent.once('timeout', () => sent.destroy(new Error(`No answer within ${ANSWER_TIMEOUT_MS / 1000} s.`)));
			sent.once('error', reject);
			sent.end(body);
		});
	return { post, close: () => agent.destroy() };
}
