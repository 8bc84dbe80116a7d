import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** An inbound message and who takes part in it. */
export interface InboundMessage {
	/** The message as remembered. */
	message: MessageRecord;
	/** Who wrote it. */
	person: Person;
	/** Who received it. */
	number: BusinessNumber;
	/** True when a second responder owns the conversation, and the app only hears it; false when undefined. */
	isStandby?: boolean;
	/** Meta's `context`: what it answers, whether it was forwarded; undefined when there is nothing to say. */
	context?: JsonObject;
	/** The click-to-WhatsApp ad the person came from; undefined when from none. */
	referral?: JsonObject;
}

/**
 * Webhook update of a message that a person wrote.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2025-12)
 */
export function inboundUpdate({ message, person, number, isStandby = false, context, referral }: InboundMessage): WebhookUpdate {
	const { type, content } = message;
	const webhookMessage = {
		...(context && { context }),
		...(!person.hidesPhoneNumber && { from: person.waId }),
		from_user_id: person.bsuid,
		...(message.groupId !== undefined && { group_id: message.groupId }),
		id: message.id,
		timestamp: String(Math.floor(message.atMs / 1000)),
		...(referral && { referral }),
		type,
		...(type === 'contacts' ? { contacts: content.contacts } : type !== 'request_welcome' && { [type]: content }),
		...(type === 'unsupported' && {
			errors: [
				{
					code: 131051,
					title: 'Message type unknown',
					error_data: { details: 'Message type is currently not supported.' },
				},
			],
		}),
	};
	const common = { messaging_product: 'whatsapp', metadata: webhookMetadata(number) };
	const lists = { contacts: [webhookContact(person)], messages: [webhookMessage] };
	return {
		field: isStandby ? 'standby' : 'messages',
		value: isStandby ? { ...common, standby: lists } : { ...common, ...lists },
		messageIds: [message.id],
		summary: `message (${type}) from ${person.name}${isStandby ? ', on standby' : ''}`,
	};
}
