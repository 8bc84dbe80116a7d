import { describeConsent } from './describeConsent';
import { describeReceivedEvents } from './describeReceivedEvents';
import { describeSends } from './describeSends';
import { describeSessions } from './describeSessions';
import { describeStatuses } from './describeStatuses';
import type { OpenStore } from './OpenStore';

/**
 * Holds a store to everything the ports promise. The test file of an adapter is a call of this, and what is its own.
 *
 * @param name - of the adapter
 * @param open - opens a store with nothing in it
 */
export function describeStore(name: string, open: OpenStore): void {
	describe(name, () => {
		describeSessions(open);
		describeReceivedEvents(open);
		describeStatuses(open);
		describeSends(open);
		describeConsent(open);
	});
}
