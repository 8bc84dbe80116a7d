/** Timeouts that never keep the process alive and can be cleared together. */
export class Timers {
	private readonly handles = new Set<NodeJS.Timeout>();

	/** How many have not fired yet. */
	get pending(): number {
		return this.handles.size;
	}

	/** Runs `action` once, `delayMs` milliseconds from now. */
	after(delayMs: number, action: () => void): void {
		const handle = setTimeout(() => {
			this.handles.delete(handle);
			action();
		}, delayMs);
		handle.unref();
		this.handles.add(handle);
	}

	/** Drops everything that has not fired yet. */
	clear(): void {
		for (const handle of this.handles) clearTimeout(handle);
		this.handles.clear();
	}
}
