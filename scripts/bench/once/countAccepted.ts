import { acceptedMessages } from './countMessages.ts';
import type { Round } from './Round.ts';

/** How many messages Meta has taken in this round. */
export function countAccepted({ opened }: Pick<Round, 'opened'>): number {
	return acceptedMessages(opened.simulator.sent()).length;
}
