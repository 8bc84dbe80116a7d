import type { MessagePrice } from '../../domain/MessageStatus';
import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { parseCallStatus } from './parseCallStatus';
import { readErrors } from '../reading/readErrors';
import { readTimestamp } from '../reading/readTimestamp';
import { toEventId } from './toEventId';
import type { WebhookChange } from './WebhookChange';
import type { NamedUser } from '../reading/WebhookContacts';
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
	const name = asWord(status.status);
	if (!phoneNumberId || !messageId || !name) return undefined;

	const price = readPrice(status.pricing);
	const callbackData = asText(status.biz_opaque_callback_data);
	const isToGroup = status.recipient_type === 'group';
	const groupId = isToGroup ? asId(status.recipient_id) : undefined;
	return {
		...change.origin,
		...change.contacts.identify(recipientOf(status, isToGroup), isOnlyItem),
		...readTimestamp(status.timestamp, change.receivedAtMs),
		event: 'status',
		eventId: toEventId(messageId, name, isToGroup ? participantOf(status) : undefined),
		phoneNumberId,
		messageId,
		status: name,
		errors: readErrors(status.errors),
		...(price && { price }),
		...(callbackData && { callbackData }),
		...(groupId && { groupId }),
		raw: status,
	};
}

// Of a message to a group, `recipient_id` is the group.
function recipientOf(status: Record<string, unknown>, isToGroup: boolean): NamedUser {
	return isToGroup
		? { waId: asWaId(status.recipient_participant_id), bsuid: asBsuid(status.recipient_participant_user_id) }
		: { waId: asWaId(status.recipient_id), bsuid: asBsuid(status.recipient_user_id) };
}

function participantOf(status: Record<string, unknown>): string | undefined {
	return asId(status.recipient_participant_user_id) ?? asId(status.recipient_participant_id);
}

function readPrice(value: unknown): MessagePrice | undefined {
	const pricing = asRecord(value);
	// Meta writes `authentication-international` here, and `authentication_international` elsewhere.
	const category = asWord(pricing?.category)?.replaceAll('-', '_');
	const type = asWord(pricing?.type);
	const model = asWord(pricing?.pricing_model);
	const isBillable = typeof pricing?.billable === 'boolean' ? pricing.billable : undefined;
	if (!category && !type && !model && isBillable === undefined) return undefined;
	return {
		...(category && { category }),
		...(type && { type }),
		...(model && { model }),
		...(isBillable !== undefined && { isBillable }),
	};
}
