import { CloudApiNoAnswerError } from '../cloudApi/errors/CloudApiNoAnswerError';
import type { SendRecord } from '../store/SendLog';
import type { SentMessage } from './SentMessage';

/**
 * Gives the message of a send that was made before.
 *
 * @throws {CloudApiNoAnswerError} when that one was not answered: it may have reached the person
 */
export function toEarlierMessage({ state, messageId, status, sentAs, sendOnceKey }: SendRecord): SentMessage {
	if (state === 'sent' && messageId) {
		return { id: messageId, status: status ?? 'accepted', sentAs, sendOnceKey, alreadySent: true };
	}
	throw new CloudApiNoAnswerError('This message was handed to WhatsApp before, and no answer has come back.', {
		advice:
			"It may have reached the person, so it was not sent again. Look at the conversation in WhatsApp; to send it all the same, run the workflow anew, with another 'Send-Once Key' if it has one.",
		wasPossiblySent: true,
	});
}
