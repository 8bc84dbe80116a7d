import { isRecord } from '../../client/isRecord';
import { refuseStrangers } from './refuseStrangers';
import { toRecord } from './toRecord';

/** What a contact of Meta's has (messages/contacts-messages, read 2026-05). */
const OF_META = ['name', 'addresses', 'birthday', 'emails', 'org', 'phones', 'urls'];
const OF_NAME = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];

/**
 * Reads a contact: `name`, `phone`, `email` and `organization`, or Meta's shape, whose `name` is an object.
 *
 * @throws {InvalidInputError} when there are other members
 */
export function toContactEntry(raw: unknown, index: number): Record<string, unknown> {
	const place = `Contact ${index + 1}`;
	const contact = toRecord(place, raw);
	const isOfMeta = isRecord(contact.name);
	refuseStrangers(place, contact, isOfMeta ? OF_META : ['name', 'phone', 'email', 'organization']);
	if (isRecord(contact.name)) refuseStrangers(`name of ${place}`, contact.name, OF_NAME);
	return contact;
}
