import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What has to happen when a webhook is answered. */
export interface Answering {
	/** Runs before a 200 leaves: n8n has the execution by then. Must not reject. */
	acknowledge: () => Promise<void>;
	/** Runs before any other answer leaves: Meta delivers the webhook again. Must not reject. */
	release: () => Promise<void>;
	/** Runs once, when either is over. */
	ended: () => void;
	/** How long to wait for n8n's answer after the sender has hung up, milliseconds. */
	patienceMs: number;
}

/**
 * Has the events of a webhook acknowledged after n8n has persisted the execution and before its 200 leaves.
 *
 * n8n answers through the response only when the execution is in its database. Marked as handled before the first byte
 * leaves, a message whose 200 Meta has seen never runs twice, not even when the process is killed at that moment.
 *
 * n8n's answer counts, whether or not somebody still listens: with 200 the execution exists, and a redelivery would
 * start a second one. Only where no answer comes at all are the events released after a while.
 */
export function acknowledgeWithAnswer(response: Response, answering: Answering): void {
	const end = response.end as (...parameters: unknown[]) => Response;
	let isAnswered = false;
	let isOver = false;
	const settle = async (work: () => Promise<void>) => {
		if (isOver) return;
		isOver = true;
		await work().finally(answering.ended);
	};

	response.end = ((...parameters: unknown[]) => {
		// A second answer would be refused by Node as well; the first one is only not out yet.
		if (isAnswered) return response;
		isAnswered = true;
		const { statusCode } = response;
		settle(statusCode === 200 ? answering.acknowledge : answering.release)
			.then(() => {
				response.statusCode = statusCode;
				response.end = end as Response['end'];
				end.apply(response, parameters);
			})
			// Nobody is left to answer; without an answer Meta delivers again.
			.catch(() => response.destroy());
		return response;
	}) as Response['end'];

	response.once('close', () => {
		if (!isAnswered) setTimeout(() => void settle(answering.release), answering.patienceMs).unref();
	});
}
