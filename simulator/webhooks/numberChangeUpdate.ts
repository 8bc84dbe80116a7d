import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** A person under old and new IDs. */
export interface NumberChange {
	/** ID of the system message. */
	id: string;
	/** The person before. */
	previous: Person;
	/** The person now. */
	person: Person;
	/** Business number that is told. */
	number: BusinessNumber;
	/** Epoch milliseconds. */
	atMs: number;
}

/**
 * Webhook update of a person with a new phone number. It has no `contacts`; of a hidden number it names no digit.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10; `previous_user_id` from a tracker of Meta's changelog, 2026-08-11)
 */
export function numberChangeUpdate({ id, previous, person, number, atMs }: NumberChange): WebhookUpdate {
	const isHidden = person.hidesPhoneNumber;
	const [before, now] = isHidden ? [previous.bsuid, person.bsuid] : [previous.waId, person.waId];
	return {
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(number),
			messages: [
				{
					...(!isHidden && { from: previous.waId }),
					id,
					timestamp: String(Math.floor(atMs / 1000)),
					type: 'system',
					system: {
						body: `User ${person.name} changed from ${before} to ${now}`,
						type: isHidden ? 'user_changed_user_id' : 'user_changed_number',
						...(!isHidden && { wa_id: person.waId }),
						user_id: person.bsuid,
						previous_user_id: previous.bsuid,
					},
				},
			],
		},
		messageIds: [id],
		summary: `number change of ${person.name}`,
	};
}
