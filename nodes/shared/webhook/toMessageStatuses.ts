import type { MessageStatus } from '../domain/MessageStatus';
import type { WebhookEvent } from './WebhookEvent';

/** Gives the statuses of outbound messages among events, in their order; statuses of calls are none. */
export function toMessageStatuses(events: WebhookEvent[]): MessageStatus[] {
	const statuses: MessageStatus[] = [];
	for (const event of events) {
		if (event.event !== 'status') continue;
		const { messageId, phoneNumberId, user, status, atMs } = event;
		const errorCodes = event.errors.map(({ code }) => code);
		statuses.push({ messageId, phoneNumberId, user, status, atMs, errorCodes });
	}
	return statuses;
}
