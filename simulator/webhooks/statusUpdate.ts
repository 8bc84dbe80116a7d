import type { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MessagePrice } from '../sending/toPrice.ts';
import type { SendDraft } from '../sending/SendDraft.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** What became of an outbound message. */
export interface StatusReport {
	/** The request that was accepted. */
	draft: SendDraft;
	/** The message as remembered. */
	message: MessageRecord;
	/** Meta's word. */
	status: MessageRecord['status'];
	/** When it happened; epoch milliseconds. */
	atMs: number;
	/** What it costs; undefined for what costs nothing and names no price. */
	price?: MessagePrice;
	/** Only with `failed`. */
	error?: GraphError;
}

/**
 * Webhook update of a message status, in the shape of Graph API v24 and later: a `conversation` only inside a free entry point.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-14)
 */
export function statusUpdate(report: StatusReport): WebhookUpdate {
	const { draft, message, status, error } = report;
	const person = draft.person;
	const freeUntilMs = report.price?.freeUntilMs;
	const callbackData = draft.body.biz_opaque_callback_data;
	const webhookStatus = {
		id: message.id,
		status,
		timestamp: String(Math.floor(report.atMs / 1000)),
		...((draft.addressedBy.phoneNumber || !person?.hidesPhoneNumber) && { recipient_id: message.waId }),
		...(draft.addressedBy.bsuid && { recipient_user_id: person?.bsuid }),
		...(draft.generatedTemplateId !== undefined && { template_id: draft.generatedTemplateId }),
		...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
		...(report.price && (status === 'sent' || status === 'delivered') && { pricing: report.price.pricing }),
		...(freeUntilMs !== undefined && status === 'sent' && { conversation: toConversation(message, freeUntilMs) }),
		...(error && { errors: [error.toWebhookError()] }),
	};
	return {
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(draft.number),
			...(person && !error && { contacts: [webhookContact(person)] }),
			statuses: [webhookStatus],
		},
		messageIds: [message.id],
		summary: error ? `status failed (${error.code})` : `status ${status}`,
	};
}

function toConversation({ phoneNumberId }: MessageRecord, freeUntilMs: number): JsonObject {
	return {
		id: `${phoneNumberId}-${freeUntilMs}`,
		expiration_timestamp: String(freeUntilMs / 1000),
		origin: { type: 'referral_conversion' },
	};
}
