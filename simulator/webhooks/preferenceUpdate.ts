import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/**
 * Webhook update of a person who stopped or resumed marketing messages in WhatsApp.
 *
 * **WARNING:** the timestamp is a number here, not a string as in messages.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (read 2026-03)
 */
export function preferenceUpdate(person: Person, number: BusinessNumber, atMs: number): WebhookUpdate {
	const value = person.hasStoppedMarketing ? 'stop' : 'resume';
	return {
		field: 'user_preferences',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(number),
			contacts: [webhookContact(person)],
			user_preferences: [
				{
					...(!person.hidesPhoneNumber && { wa_id: person.waId }),
					user_id: person.bsuid,
					detail: `User requested to ${value} marketing messages`,
					category: 'marketing_messages',
					value,
					timestamp: Math.floor(atMs / 1000),
				},
			],
		},
		messageIds: [],
		summary: `marketing preference (${value}) of ${person.name}`,
	};
}
