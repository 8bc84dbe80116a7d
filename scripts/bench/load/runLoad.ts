import { createPoster } from './createPoster.ts';
import type { SignedWebhook } from './signWebhook.ts';

/** What to post, where and for how long. */
export interface Load {
	url: string;
	/** Webhooks under way at once. */
	connections: number;
	/** After this time no further webhook is sent; those under way are waited for. */
	durationMs: number;
	/** Makes the next webhook. */
	next(): SignedWebhook;
	signal: AbortSignal;
}

/** What a load has shown. */
export interface LoadResult {
	/** Time from sending each webhook to the end of its answer, in milliseconds, in no particular order. */
	latenciesMs: number[];
	/** Time from the first webhook to the last answer, in milliseconds. */
	elapsedMs: number;
}

/**
 * Posts webhooks as fast as they are answered.
 *
 * @throws {Error} when any answer is not 200: a fast refusal is no figure
 */
export async function runLoad({ url, connections, durationMs, next, signal }: Load): Promise<LoadResult> {
	const poster = createPoster(url, connections);
	const latenciesMs: number[] = [];
	const begunAtMs = performance.now();
	const postInTurn = async () => {
		while (performance.now() - begunAtMs < durationMs) {
			signal.throwIfAborted();
			const webhook = next();
			const sentAtMs = performance.now();
			const status = await poster.post(webhook);
			latenciesMs.push(performance.now() - sentAtMs);
			if (status !== 200) throw new Error(`${url} answered a webhook with ${status}; right would be 200.`);
		}
	};
	await Promise.all(Array.from({ length: connections }, postInTurn)).finally(() => poster.close());
	return { latenciesMs, elapsedMs: performance.now() - begunAtMs };
}
