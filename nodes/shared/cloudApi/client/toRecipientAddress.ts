import { groupOf } from '../../domain/groupAsUser';
import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Recipient } from '../../domain/parseRecipient';
import type { MessageTemplate } from '../templates/MessageTemplate';

/** The part of a send that says whom it goes to; spread it into the body. */
export type RecipientAddress = ({ recipient_type: 'individual' } & ({ to: string } | { recipient: string })) | { recipient_type: 'group'; to: string };

/**
 * Addresses a message: a phone number goes into `to`, a BSUID into `recipient`, never both; the ID of a group into `to`, as one of a group.
 *
 * A phone number is always sent with `+`, because WhatsApp may otherwise put the country code of the business number
 * in front of it. Where both are known, the phone number is used: Meta does the same.
 *
 * @param template - the template that goes out; undefined for a free-form message
 * @throws {InvalidInputError} when an authentication template would go to a BSUID, which Meta refuses with 131062
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging (dated 2026-05-21)
 */
export function toRecipientAddress(
	recipient: Recipient,
	template?: Pick<MessageTemplate, 'category'>,
): RecipientAddress {
	const phoneNumber = recipient.phoneNumber ?? (recipient.waId === undefined ? undefined : `+${recipient.waId}`);
	if (phoneNumber !== undefined) {
		return { recipient_type: 'individual', to: phoneNumber.startsWith('+') ? phoneNumber : `+${phoneNumber}` };
	}
	if (recipient.bsuid === undefined) throw new InvalidInputError('Recipient', "'Recipient' is empty.");
	const groupId = groupOf(recipient);
	if (groupId !== undefined) return { recipient_type: 'group', to: groupId };
	if (template?.category !== 'AUTHENTICATION') return { recipient_type: 'individual', recipient: recipient.bsuid };
	throw new InvalidInputError(
		'Recipient',
		`'Recipient' is a business-scoped user ID (BSUID) where only a phone number works: ${recipient.bsuid}`,
		'Authentication templates go to phone numbers alone; ask the person for theirs, or choose another template.',
	);
}
