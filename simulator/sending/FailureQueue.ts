/**
 * How an ordered failure looks.
 *
 * - `error`: an error answer with the code
 * - `later`: an answer of 200, and a `failed` status with the code
 * - `html502`: a gateway's page
 * - `graph500`: a Graph error with HTTP 500
 * - `hang`: no answer until the client gives up
 * - `drop`: a connection that breaks off
 */
export type FailureMode = 'error' | 'later' | 'html502' | 'graph500' | 'hang' | 'drop';

/** A failure ordered for the next sends. */
export interface OrderedFailure {
	/** How it looks. */
	mode: FailureMode;
	/** Meta's code for `error` and `later`; 131000 when undefined. */
	code?: number;
	/** HTTP status for `error`; undefined takes the code's own. */
	httpStatus?: number;
	/** Sends that are still to fail; 1 when undefined. */
	count?: number;
	/** True when the message goes out all the same and only the answer is lost. */
	isAcceptedAnyway?: boolean;
}

/** Failures that wait for the next sends, in the order in which they were ordered. */
export class FailureQueue {
	private waiting: OrderedFailure[] = [];

	/** Orders a failure behind those that wait already. */
	add(failure: OrderedFailure): void {
		const count = failure.count ?? 1;
		if (count > 0) this.waiting.push({ ...failure, count });
	}

	/** The failure for the send that just came in; undefined when it may succeed. */
	take(): OrderedFailure | undefined {
		const first = this.waiting[0];
		if (!first) return undefined;
		const left = (first.count ?? 1) - 1;
		this.waiting = left > 0 ? [{ ...first, count: left }, ...this.waiting.slice(1)] : this.waiting.slice(1);
		return first;
	}

	/** What still waits. */
	list(): readonly OrderedFailure[] {
		return this.waiting;
	}

	/** Takes all orders back. */
	clear(): void {
		this.waiting = [];
	}
}
