import { toJsonObject } from '../../toJsonObject.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import { readList } from './readList.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/** messages/contacts-messages, read 2025-12. */
const CONTACTS = 257;
const LISTS = ['phones', 'emails', 'urls', 'addresses'] as const;

/**
 * Checks contacts: each has a name, and lists where Meta has lists.
 *
 * @throws {GraphError} 131008 without a name, 131009 for too many contacts and for a birthday that is none, 100 for another shape
 */
export function checkContacts({ content }: SentFreeForm): void {
	readList(content.contacts, { at: 'contacts', most: CONTACTS }).forEach((contact, index) => {
		const at = `contacts[${index}]`;
		const formattedName = toJsonObject(contact.name)?.formatted_name;
		if (typeof formattedName !== 'string' || formattedName === '') {
			throw freeFormRefusal.missing(`${at}.name.formatted_name`);
		}
		const wrong = LISTS.find((name) => contact[name] !== undefined && !Array.isArray(contact[name]));
		if (wrong) throw freeFormRefusal.shape(`Param ${at}.${wrong} must be an array.`);
		if (contact.birthday !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(contact.birthday))) {
			throw freeFormRefusal.wrong(`${at}.birthday`, 'must be YYYY-MM-DD');
		}
	});
}
