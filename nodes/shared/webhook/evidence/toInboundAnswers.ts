import type { InboundAnswer } from '../../domain/InboundAnswer';
import { opensWindow } from '../../domain/opensWindow';
import type { WebhookEvent } from '../parsing/WebhookEvent';

/**
 * Picks the messages that may be the answer to a question: what a person wrote, tapped or sent to the business alone. A reaction, an edit or
 * a deletion is none, and neither is a message without a readable time or without a sender.
 */
export function toInboundAnswers(events: WebhookEvent[]): InboundAnswer[] {
	return events.flatMap((event) => {
		if (event.event !== 'message' || event.isTimestampMissing || event.type === 'request_welcome' || !opensWindow(event)) return [];
		const { eventId, phoneNumberId, user, repliesTo, atMs } = event;
		return user.bsuid || user.waId ? [{ eventId, phoneNumberId, user, atMs, ...(repliesTo && { repliesTo }) }] : [];
	});
}
