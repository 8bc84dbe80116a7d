import type { MessagePrice } from '../../domain/MessageStatus';
import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { contentEventId } from './contentEventId';
import { parseCallStatus } from './parseCallStatus';
import { parsePaymentStatus } from './parsePaymentStatus';
import { readErrors } from '../reading/readErrors';
import { readInstant } from '../reading/readInstant';
import { readTimestamp } from '../reading/readTimestamp';
import { toEventId } from './toEventId';
import type { WebhookChange } from './WebhookChange';
import type { NamedUser } from '../reading/WebhookContacts';
import type { CallStatusEvent, OtherEvent, PaymentStatusEvent, StatusEvent } from './WebhookEvent';

/**
 * Reads one of `statuses[]`.
 *
 * A status with a `type` of its own is about something else than a message, although it carries the same `id`: a call, a payment, or
 * what nobody knows yet.
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
): StatusEvent | CallStatusEvent | PaymentStatusEvent | OtherEvent | undefined {
	const subject = asText(status.type) ?? 'message';
	if (subject === 'call') return parseCallStatus(status, change, isOnlyItem);
	if (subject === 'payment') return parsePaymentStatus(status, change, isOnlyItem);
	if (subject === 'message') return parseMessageStatus(status, change, isOnlyItem);
	if (!asWord(status.status)) return undefined;
	return { ...change.origin, event: 'other', eventId: contentEventId(status, change), raw: status };
}

function parseMessageStatus(
	status: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): StatusEvent | undefined {
	const { phoneNumberId } = change.origin;
	const messageId = asId(status.id);
	const name = asWord(status.status);
	if (!phoneNumberId || !messageId || !name) return undefined;

	const { price, freeUntilMs } = readPricing(status);
	const callbackData = asText(status.biz_opaque_callback_data);
	const participant = participantOf(status);
	const isToGroup = status.recipient_type === 'group' || participant !== undefined;
	const groupId = isToGroup ? (asId(status.recipient_id) ?? 'unknown') : undefined;
	const recipient = { waId: asWaId(status.recipient_id), bsuid: asBsuid(status.recipient_user_id) };
	return {
		...change.origin,
		...change.contacts.identify(isToGroup ? toNamedUser(participant) : recipient, isOnlyItem),
		...readTimestamp(status.timestamp, change.receivedAtMs),
		event: 'status',
		eventId: toEventId(messageId, name, participant?.bsuid ?? participant?.id),
		phoneNumberId,
		messageId,
		status: name,
		errors: readErrors(status.errors),
		...(price && { price }),
		...(freeUntilMs !== undefined && { freeUntilMs }),
		...(callbackData && { callbackData }),
		...(groupId && { groupId }),
		...(participant && { participantId: participant.id ?? participant.bsuid }),
		raw: status,
	};
}

interface Participant {
	id?: string;
	bsuid?: string;
}

/** Of a message to a group, `recipient_id` is the group; whose status it is Meta's page spells in two ways. */
function participantOf(status: Record<string, unknown>): Participant | undefined {
	const id = asId(status.recipient_participant_id) ?? asId(status.participant_recipient_id);
	const bsuid = asId(status.recipient_participant_user_id) ?? asId(status.participant_recipient_user_id);
	return id || bsuid ? { id, bsuid } : undefined;
}

function toNamedUser(participant: Participant | undefined): NamedUser {
	return { waId: asWaId(participant?.id), bsuid: asBsuid(participant?.bsuid) };
}

/** Of a message to a group the price may stand in `conversation`. */
function readPricing(status: Record<string, unknown>): Pick<StatusEvent, 'price' | 'freeUntilMs'> {
	const conversation = asRecord(status.conversation);
	const price = readPrice(status.pricing) ?? readPrice(conversation?.pricing);
	const isFreeEntryPoint =
		price?.type === 'free_entry_point' || asRecord(conversation?.origin)?.type === 'referral_conversion';
	return { price, freeUntilMs: isFreeEntryPoint ? readInstant(conversation?.expiration_timestamp) : undefined };
}

function readPrice(value: unknown): MessagePrice | undefined {
	const pricing = asRecord(value);
	// Meta writes `authentication-international` here, and `authentication_international` elsewhere.
	const category = asWord(pricing?.category)?.replaceAll('-', '_');
	const type = asWord(pricing?.type);
	const subtype = asWord(pricing?.subtype);
	const model = asWord(pricing?.pricing_model);
	const isBillable = typeof pricing?.billable === 'boolean' ? pricing.billable : undefined;
	if (!category && !type && !subtype && !model && isBillable === undefined) return undefined;
	return {
		...(category && { category }),
		...(type && { type }),
		...(subtype && { subtype }),
		...(model && { model }),
		...(isBillable !== undefined && { isBillable }),
	};
}
