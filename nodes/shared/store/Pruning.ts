import { claimPruning, settlePruning } from './scripts/keepPruning';
import { pruneBatch, PRUNING_RULES, pruneSessions } from './scripts/prune';
import type { SqlScript } from './SqlScript';

/** Runs a script in one transaction. */
export type RunScript = <Result>(script: () => SqlScript<Result>) => Promise<Result>;

const INTERVAL_MS = 6 * 60 * 60 * 1_000;
// Long enough for the caller to answer first.
const START_PAUSE_MS = 1_000;
const STEP_PAUSE_MS = 50;

/** Forgets what is over, step by step, beside the store's work and never in its way. */
export class Pruning {
	private nextAtMs = -Infinity;
	private isClosed = false;

	/**
	 * @param write - runs one step
	 * @param pause - waits so many milliseconds before a step, so that whoever calls the store gets on
	 */
	constructor(
		private readonly write: RunScript,
		private readonly pause: (ms: number) => Promise<void> = breathe,
	) {}

	/**
	 * Begins to prune if it is due, and returns at once. What fails is noted in the store, and tried again when it is next due: that old rows
	 * stay a little longer is no reason to refuse new ones.
	 *
	 * @param atMs - the caller's now; epoch milliseconds, UTC
	 */
	considerAt(atMs: number): void {
		if (this.isClosed || atMs < this.nextAtMs) return;
		this.nextAtMs = atMs + INTERVAL_MS;
		// A store that cannot be reached cannot note that; whoever asks how it is learns it from the same failure.
		void this.pruneIfDue(atMs).catch(() => undefined);
	}

	/** Forgets all that is over by an instant. */
	async prune(atMs: number): Promise<void> {
		for (const rule of PRUNING_RULES) {
			while (await this.step(() => pruneBatch(rule, atMs)));
		}
		let after: number | undefined = 0;
		while (after !== undefined) {
			const from: number = after;
			after = await this.step(() => pruneSessions(atMs, from));
		}
	}

	/** Lets no further step begin. */
	close(): void {
		this.isClosed = true;
	}

	private async pruneIfDue(atMs: number): Promise<void> {
		if (!(await this.step(() => claimPruning(atMs, INTERVAL_MS), START_PAUSE_MS))) return;
		const failure = await this.prune(atMs).then(() => undefined, toSentence);
		await this.step(() => settlePruning(atMs, failure));
	}

	/** After the store was closed a step does nothing, and says so as if nothing were left. */
	private async step<Result>(script: () => SqlScript<Result>, pauseMs = STEP_PAUSE_MS): Promise<Result | undefined> {
		await this.pause(pauseMs);
		return this.isClosed ? undefined : await this.write(script);
	}
}

function toSentence(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Keeps no process from ending. */
async function breathe(ms: number): Promise<void> {
	await new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
}
