import { asRecord } from './asRecord';
import { asWaId } from './asWaId';
import { readContactCard } from './readContactCard';

/**
 * Reads the wa_id that a person shared as their own, in answer to a request for contact information.
 *
 * A contact that is somebody else's (`origin` is not `contact_request`) names nobody here, and several answers in one message
 * name nobody either.
 *
 * @param message - Meta's message object
 * @returns undefined when the person shared none
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function readSharedWaId(message: Record<string, unknown>): string | undefined {
	const contacts = message.type === 'contacts' && Array.isArray(message.contacts) ? (message.contacts as unknown[]) : [];
	const own = contacts.filter((contact) => asRecord(contact)?.origin === 'contact_request');
	const { waId, phoneNumber = '' } = own.length === 1 ? readContactCard(own[0]) : {};
	// Without its sign a number may be a national one.
	return waId ?? (phoneNumber.startsWith('+') ? asWaId(phoneNumber.replace(/\D/g, '')) : undefined);
}
