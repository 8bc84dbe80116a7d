import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import type { SentMessage } from './SentMessage';
import type { SessionView } from './SessionView';
import { toEarlierMessage } from './toEarlierMessage';

/**
 * Looks for a message that was sent before under the same key, so that a closed window is not taken for a message that
 * never went out.
 *
 * @param part - which message of several, from 1; the last one where it is left out: where that is out, all are
 * @returns undefined when there was none, it failed on its way, or it is being sent at this moment
 * @throws {CloudApiNoAnswerError} when it was not answered
 */
export async function findEarlierSend(
	{ store, keyOf }: Pick<Sender, 'store' | 'keyOf'>,
	outbound: Pick<Outbound, 'destination' | 'content' | 'count'>,
	{ session }: SessionView,
	part = outbound.count,
): Promise<SentMessage | undefined> {
	const [earlier] = await store.findSendsByKey([await keyOf(outbound, session, part)]);
	if (!earlier || earlier.state === 'claimed' || earlier.status === 'failed') return undefined;
	return toEarlierMessage(earlier);
}
