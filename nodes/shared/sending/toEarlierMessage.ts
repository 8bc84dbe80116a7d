import type { SendRecord } from '../store/SendLog';
import type { SentMessage } from './SentMessage';

/** Gives the message of a send that was made before; undefined where nobody knows whether WhatsApp has it. */
export function toEarlierMessage({ state, messageId, status, sentAs, sendOnceKey }: SendRecord): SentMessage | undefined {
	if (state !== 'sent' || !messageId) return undefined;
	return { id: messageId, status: status ?? 'accepted', sentAs, sendOnceKey, alreadySent: true };
}
