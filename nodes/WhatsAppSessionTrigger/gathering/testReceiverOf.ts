import { receiverOf } from './receiverOf';

/** Names what was posted to a trigger for a test, among all that waits in the store. */
export function testReceiverOf(context: Parameters<typeof receiverOf>[0]): string {
	return `test/${receiverOf(context)}`;
}
