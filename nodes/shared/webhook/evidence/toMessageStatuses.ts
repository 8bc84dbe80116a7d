import type { MessageStatus } from '../../domain/MessageStatus';
import { readCallbackData } from '../../domain/readCallbackData';
import type { WebhookEvent } from '../parsing/WebhookEvent';

/** Gives the statuses of outbound messages among events, in their order; statuses of calls and of payments are none. */
export function toMessageStatuses(events: WebhookEvent[]): MessageStatus[] {
	const statuses: MessageStatus[] = [];
	for (const event of events) {
		if (event.event !== 'status') continue;
		const { messageId, phoneNumberId, businessAccountId, user, status, atMs, price, callbackData, groupId, participantId } = event;
		const claimId = readCallbackData(callbackData)?.claimId;
		statuses.push({
			messageId,
			phoneNumberId,
			...(businessAccountId && { businessAccountId }),
			user,
			...(claimId && { claimId }),
			status,
			atMs,
			errorCodes: event.errors.map(({ code }) => code),
			...(price && { price }),
			...(groupId && { groupId }),
			...(participantId && { participantId }),
		});
	}
	return statuses;
}
