import { setTimeout as sleep } from 'node:timers/promises';

import { isLocked } from './isLocked';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 250;

type Outcome<Result> = { result: Result } | { error: unknown };

/**
 * Lets work on a database file wait for other processes, without keeping the thread from everything else meanwhile.
 *
 * Of several pieces of work that wait, one tries at a time and the others line up behind it: each attempt keeps the
 * thread for as long as SQLite itself waits.
 */
export class LockQueue {
	/** Pending while somebody tries again and again; gives the error when that one has given up. */
	private trying: Promise<unknown> | undefined;

	/** @param patienceMs - how long a piece of work may wait in all, milliseconds */
	constructor(private readonly patienceMs: number) {}

	/**
	 * Does the work as soon as other processes let it: at once, nearly always.
	 *
	 * @param work - runs from its beginning to its end without letting go of the thread; called anew when it found the file
	 * locked, in which case it must have changed nothing
	 * @throws what the work threw; that the file is locked only after the longest wait
	 */
	async run<Result>(work: () => Result): Promise<Result> {
		// Never set back as the time of day may be.
		const deadlineMs = performance.now() + this.patienceMs;
		while (this.trying) {
			const error = await this.trying;
			if (performance.now() < deadlineMs) continue;
			if (error !== undefined) throw error;
			break;
		}
		const first = attempt(work);
		const outcome = isRefused(first) && performance.now() < deadlineMs ? await this.tryUntil(deadlineMs, work, first) : first;
		if ('error' in outcome) throw outcome.error;
		return outcome.result;
	}

	private async tryUntil<Result>(
		deadlineMs: number,
		work: () => Result,
		refused: Outcome<Result>,
	): Promise<Outcome<Result>> {
		const { promise, resolve } = Promise.withResolvers<unknown>();
		this.trying = promise;
		let outcome = refused;
		for (let pauseMs = FIRST_PAUSE_MS; isRefused(outcome) && performance.now() < deadlineMs; pauseMs *= 2) {
			await sleep(Math.min(pauseMs, LONGEST_PAUSE_MS, deadlineMs - performance.now()));
			outcome = attempt(work);
		}
		this.trying = undefined;
		resolve(isRefused(outcome) ? outcome.error : undefined);
		return outcome;
	}
}

function attempt<Result>(work: () => Result): Outcome<Result> {
	try {
		return { result: work() };
	} catch (error) {
		return { error };
	}
}

function isRefused(outcome: Outcome<unknown>): outcome is { error: unknown } {
	return 'error' in outcome && isLocked(outcome.error);
}
