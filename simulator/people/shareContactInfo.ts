import type { JsonObject } from '../JsonObject.ts';
import type { Person } from '../world/Person.ts';

/**
 * What a person sends who was asked for the phone number: a contact of oneself, with the number also where it is hidden.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function shareContactInfo({ name, waId }: Person): JsonObject {
	const phone = `+${waId}`;
	const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=CELL;waid=${waId}:${phone}\nEND:VCARD`;
	const contact = {
		name: { formatted_name: name, first_name: name.split(' ')[0] },
		phones: [{ phone, wa_id: waId, type: 'CELL' }],
	};
	return { contacts: [{ ...contact, origin: 'contact_request', vcard }] };
}
