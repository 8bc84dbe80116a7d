/** Template messages that Meta holds back until it has seen how people take the first ones. */
export class HeldMessages {
	private held: Array<(failureCode?: number) => void> = [];

	/** @param report - reports what becomes of the message; a code lets it fail */
	add(report: (failureCode?: number) => void): void {
		this.held.push(report);
	}

	/**
	 * Sends all of them, or drops them with 132015 as Meta does with messages of a template that people dislike.
	 *
	 * @returns how many there were
	 */
	release(outcome: 'send' | 'drop'): number {
		const released = this.held;
		this.held = [];
		for (const report of released) report(outcome === 'drop' ? 132015 : undefined);
		return released.length;
	}

	/** Forgets all of them. */
	clear(): void {
		this.held = [];
	}
}
