import type { SendLog } from '../store/SendLog';
import type { SentMessage } from './SentMessage';
import { toEarlierMessage } from './toEarlierMessage';

/**
 * Looks for a message that was sent before under the same key, so that a closed window is not taken for a message that
 * never went out.
 *
 * @returns undefined when there was none, it failed on its way, or it is being sent at this moment
 * @throws {CloudApiNoAnswerError} when it was not answered
 */
export async function findEarlierSend(
	store: Pick<SendLog, 'findSendsByKey'>,
	sendOnceKey: string,
): Promise<SentMessage | undefined> {
	const [earlier] = await store.findSendsByKey([sendOnceKey]);
	if (!earlier || earlier.state === 'claimed' || earlier.status === 'failed') return undefined;
	return toEarlierMessage(earlier);
}
