import type { Round } from './Round.ts';

/** Forgets all messages, and lets each one of the next be reported as delivered. */
export function resetSimulator({ opened: { simulator } }: Pick<Round, 'opened'>): void {
	simulator.reset();
	simulator.setSettings({ statuses: 'delivered', statusDelayMs: 50 });
}
