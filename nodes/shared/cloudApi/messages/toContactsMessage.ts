import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../client/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { LONGEST, MOST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';
import { requireCount } from './requireCount';

/**
 * Makes a message that is one contact card or several.
 *
 * @param form - `contacts`, each with `name`, `phone`, `email`, `organization`; or each in Meta's own shape, with a `name` object
 * @throws {InvalidInputError} when there is none, too many, or one without a name
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages (read 2026-05)
 */
export function toContactsMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.contacts) ? form.contacts : [];
	requireCount('Contacts', list.length, 1, MOST.contacts);
	const contacts = list.map(toContact);
	return { payload: { type: 'contacts', contacts }, carried: { replies: [], others: ['the contacts'] } };
}

function toContact(raw: unknown): Record<string, unknown> {
	if (!isRecord(raw)) throw new InvalidInputError('Contacts', "'Contacts' has an entry that is no contact.", 'Give each a name.');
	if (isRecord(raw.name)) {
		readWords('Name', raw.name.formatted_name, LONGEST.caption);
		return raw;
	}
	const name = readWords('Name', raw.name, LONGEST.caption).trim();
	const phone = readOptionalWords('Phone Number', raw.phone, LONGEST.caption)?.trim();
	const email = readOptionalWords('Email', raw.email, LONGEST.caption)?.trim();
	const organization = readOptionalWords('Organization', raw.organization, LONGEST.caption)?.trim();
	const [firstName = name, ...others] = name.split(/\s+/);
	return {
		name: { formatted_name: name, first_name: firstName, ...(others.length > 0 && { last_name: others.join(' ') }) },
		...(phone !== undefined && { phones: [{ phone, type: 'CELL' }] }),
		...(email !== undefined && { emails: [{ email, type: 'WORK' }] }),
		...(organization !== undefined && { org: { company: organization } }),
	};
}
