import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What has to happen when a webhook is answered. */
export interface Answering {
	/** Runs before a 200 leaves: n8n has the execution by then. Must not reject. */
	acknowledge: () => Promise<void>;
	/** Runs before any other answer leaves: Meta delivers the webhook again. Must not reject. */
	release: () => Promise<void>;
	/** Runs again and again while n8n has not answered. Must not reject. */
	renew: () => Promise<void>;
	/** Runs once: when the answer has been acted on, or n8n has not answered for the longest time. */
	ended: () => void;
	/** Pause before each renewal, milliseconds. */
	renewEveryMs: number;
	/** How long n8n's answer is waited for before others may have their turn, milliseconds. */
	longestMs: number;
}

/**
 * Has the events of a webhook acknowledged after n8n has persisted the execution and before its 200 leaves.
 *
 * n8n answers through the response only when the execution is in its database. Marked as handled before the first byte
 * leaves, a message whose 200 Meta has seen never runs twice, not even when the process is killed at that moment.
 *
 * n8n's answer counts whenever it comes, and whether or not somebody still listens: with 200 the execution exists, and a
 * redelivery would start a second one. An n8n whose limit of concurrent executions is reached keeps the execution first
 * and answers much later, when Meta has long hung up. So nothing but another answer than 200 gives the events free.
 */
export function acknowledgeWithAnswer(response: Response, answering: Answering): void {
	const end = response.end as (...parameters: unknown[]) => Response;
	const renewal = keepRenewing(answering);
	let isAnswered = false;

	response.end = ((...parameters: unknown[]) => {
		// A second answer would be refused by Node as well; the first one is only not out yet.
		if (isAnswered) return response;
		isAnswered = true;
		const { statusCode } = response;
		const act = statusCode === 200 ? answering.acknowledge : answering.release;
		renewal
			.stop()
			.then(act)
			.finally(renewal.end)
			.then(() => {
				response.statusCode = statusCode;
				response.end = end as Response['end'];
				end.apply(response, parameters);
			})
			// Nobody is left to answer; without an answer Meta delivers again.
			.catch(() => response.destroy());
		return response;
	}) as Response['end'];
}

function keepRenewing({ renew, ended, renewEveryMs, longestMs }: Answering) {
	let renewing = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let waitedMs = 0;
	let isOver = false;
	const end = () => {
		if (!isOver) ended();
		isOver = true;
	};
	const renewAfterPause = () => {
		timer = setTimeout(() => {
			waitedMs += renewEveryMs;
			renewing = renew().then(() => {
				if (!timer) return;
				if (waitedMs < longestMs) renewAfterPause();
				else end();
			});
		}, renewEveryMs).unref();
	};
	renewAfterPause();
	return {
		/** Ends the renewals; resolves when none is under way any more. */
		stop: async () => {
			clearTimeout(timer);
			timer = undefined;
			await renewing;
		},
		end,
	};
}
