import { toContactCard } from './contacts/toContactCard';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { MOST } from './messageLimits';
import { requireCount } from './requireCount';

/**
 * Makes a message that is one contact card or several.
 *
 * @param form - `contacts`, each with what `toContactCard` takes
 * @throws {InvalidInputError} when there is none, too many, or one without a name
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages (read 2025-12)
 */
export function toContactsMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.contacts) ? form.contacts : [];
	requireCount('Contacts', list.length, 1, MOST.contacts);
	return { payload: { type: 'contacts', contacts: list.map(toContactCard) }, carried: { replies: [], others: ['the contacts'] } };
}
