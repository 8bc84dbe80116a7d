import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** What a person decided about marketing messages. */
export interface PreferenceChange {
	/** Who decided. */
	person: Person;
	/** Business number that is told. */
	number: BusinessNumber;
	/** Meta's word. */
	value: 'stop' | 'resume' | 'signup';
	/** Link through which the person signed up; undefined otherwise. */
	signupId?: string;
	/** Epoch milliseconds. */
	atMs: number;
}

/**
 * Webhook update of a person who stopped or resumed marketing messages in WhatsApp, or signed up for them.
 *
 * **WARNING:** the timestamp is a number here, not a string as in messages.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (read 2026-03)
 */
export function preferenceUpdate({ person, number, value, signupId, atMs }: PreferenceChange): WebhookUpdate {
	const request = `User requested to ${value} marketing messages`;
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
					detail: value === 'signup' ? 'User signed up via signup link' : request,
					category: 'marketing_messages',
					value,
					...(signupId !== undefined && { signup_id: signupId }),
					timestamp: Math.floor(atMs / 1000),
				},
			],
		},
		messageIds: [],
		summary: `marketing preference (${value}) of ${person.name}`,
	};
}
