import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/**
 * Webhook update of a message that the business wrote in its app.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes (read 2026-03)
 */
export function echoUpdate(message: MessageRecord, person: Person, number: BusinessNumber): WebhookUpdate {
	const { id, type, content, atMs } = message;
	return {
		field: 'smb_message_echoes',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(number),
			contacts: [webhookContact(person)],
			message_echoes: [
				{
					from: number.displayPhoneNumber.replace(/\D/g, ''),
					...(!person.hidesPhoneNumber && { to: person.waId }),
					to_user_id: person.bsuid,
					id,
					timestamp: String(Math.floor(atMs / 1000)),
					type,
					[type]: type === 'contacts' ? content.contacts : content,
				},
			],
		},
		messageIds: [id],
		summary: `echo (${type}) to ${person.name}`,
	};
}
