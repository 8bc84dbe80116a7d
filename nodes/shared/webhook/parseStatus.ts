import { asBsuid } from './asBsuid';
import { asId } from './asId';
import { asText } from './asText';
import { asWaId } from './asWaId';
import { parseCallStatus } from './parseCallStatus';
import { readErrors } from './readErrors';
import { readTimestamp } from './readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { NamedUser } from './WebhookContacts';
import type { CallStatusEvent, StatusEvent } from './WebhookEvent';

/**
 * Reads one of `statuses[]`.
 *
 * **WARNING:** a `failed` status often names no recipient, or only one of the two IDs; find the send by `messageId`.
 *
 * @param status - Meta's status object
 * @param isOnlyItem - true when it is the only status of its list
 * @returns undefined when message or status is not named, or the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-11)
 */
export function parseStatus(
	status: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): StatusEvent | CallStatusEvent | undefined {
	if (status.type === 'call') return parseCallStatus(status, change, isOnlyItem);
	const { phoneNumberId } = change.origin;
	const messageId = asId(status.id);
	const name = asText(status.status);
	if (!phoneNumberId || !messageId || !name) return undefined;
	return {
		...change.origin,
		...change.contacts.identify(recipientOf(status), isOnlyItem),
		...readTimestamp(status.timestamp, change.receivedAtMs),
		event: 'status',
		phoneNumberId,
		messageId,
		status: name,
		errors: readErrors(status.errors),
		raw: status,
	};
}

// Of a message to a group, `recipient_id` is the group.
function recipientOf(status: Record<string, unknown>): NamedUser {
	return status.recipient_type === 'group'
		? { waId: asWaId(status.recipient_participant_id), bsuid: asBsuid(status.recipient_participant_user_id) }
		: { waId: asWaId(status.recipient_id), bsuid: asBsuid(status.recipient_user_id) };
}
