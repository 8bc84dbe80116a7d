import type { PacingClock } from '../../../nodes/shared/sending/pacing/PacingClock';

/** A clock that stands still until a test lets it run; what is due happens in its order, and what follows from it before anything later. */
export class VirtualClock implements PacingClock {
	private atMs = 0;
	private serial = 0;
	private readonly timers = new Map<number, { atMs: number; run: () => void }>();

	nowMs(): number {
		return this.atMs;
	}

	runIn(ms: number, run: () => void): () => void {
		const id = (this.serial += 1);
		this.timers.set(id, { atMs: this.atMs + ms, run });
		return () => void this.timers.delete(id);
	}

	/** How many timers are set. */
	get pending(): number {
		return this.timers.size;
	}

	async runUntil(untilMs: number): Promise<void> {
		await settle();
		for (let next = this.next(untilMs); next; next = this.next(untilMs)) {
			const [id, { atMs, run }] = next;
			this.timers.delete(id);
			this.atMs = Math.max(this.atMs, atMs);
			run();
			await settle();
		}
		this.atMs = untilMs;
	}

	private next(untilMs: number) {
		const due = [...this.timers].filter(([, { atMs }]) => atMs <= untilMs);
		return due.toSorted(([one, a], [other, b]) => a.atMs - b.atMs || one - other)[0];
	}
}

async function settle(): Promise<void> {
	for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
