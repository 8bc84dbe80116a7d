import type { JsonObject } from '../JsonObject.ts';
import type { Person } from '../world/Person.ts';

/**
 * The `contacts[]` element about a person; `wa_id` is absent when the person hides the number.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function webhookContact(person: Person): JsonObject {
	return {
		profile: { name: person.name, ...(person.username && { username: person.username }) },
		...(!person.hidesPhoneNumber && { wa_id: person.waId }),
		user_id: person.bsuid,
	};
}
