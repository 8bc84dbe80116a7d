import type { PacingClock } from '../../nodes/shared/sending/pacing/PacingClock';

/**
 * A clock on which each turn of the event loop takes the same time, whatever the machine does beside.
 *
 * An answer of a server in this process takes a few turns, so that a busy machine makes both later alike, and no test.
 */
export class TurnClock implements PacingClock {
	private atMs = 0;
	private isRunning = true;
	private readonly timers = new Set<{ dueMs: number; run: () => void }>();

	constructor(private readonly msPerTurn = 1) {
		void this.go();
	}

	nowMs(): number {
		return this.atMs;
	}

	runIn(ms: number, run: () => void): () => void {
		const timer = { dueMs: this.atMs + ms, run };
		this.timers.add(timer);
		return () => void this.timers.delete(timer);
	}

	stop(): void {
		this.isRunning = false;
	}

	private async go(): Promise<void> {
		while (this.isRunning) {
			await new Promise((resolve) => setImmediate(resolve));
			this.atMs += this.msPerTurn;
			for (const timer of [...this.timers].filter(({ dueMs }) => dueMs <= this.atMs).toSorted((one, other) => one.dueMs - other.dueMs)) {
				if (this.timers.delete(timer)) timer.run();
			}
		}
	}
}
