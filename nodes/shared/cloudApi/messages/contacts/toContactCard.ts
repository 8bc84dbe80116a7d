import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { LONGEST } from '../messageLimits';
import { onlyGiven } from '../onlyGiven';
import { readOptionalWords, readWords } from '../readWords';
import { readBirthday } from './readBirthday';

/** Reads one field of a card: undefined when it is empty. */
type Reader = (label: string, value: unknown) => string | undefined;

/**
 * Makes one contact card.
 *
 * @param raw - `name`, `phone`, `email`, `organization`, `prefix`, `firstName`, `middleName`, `lastName`, `suffix`, `birthday`,
 * `department`, `jobTitle`; and the lists `phones` (`phone`, `type`, `waId`), `emails` (`email`, `type`), `links` (`url`, `type`) and
 * `addresses` (`street`, `city`, `state`, `zip`, `country`, `countryCode`, `type`)
 * @param index - its place in the message, from 0
 * @throws {InvalidInputError} when it has no name, a birthday that is none, or an entry of a list without its number, email or link
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages (read 2025-12)
 */
export function toContactCard(raw: unknown, index: number): Record<string, unknown> {
	const of = (label: string) => `${label} of Contact ${index + 1}`;
	const read: Reader = (label, value) => readOptionalWords(of(label), value, LONGEST.caption)?.trim();
	if (!isRecord(raw)) throw new InvalidInputError('Contacts', "'Contacts' has an entry that is no contact.", 'Give each a name.');
	const phone = read('Phone Number', raw.phone);
	const email = read('Email', raw.email);
	return {
		name: toName(readWords(of('Name'), raw.name, LONGEST.caption).trim(), raw, read),
		...onlyGiven({
			phones: unlessEmpty([...(phone === undefined ? [] : [{ phone, type: 'CELL' }]), ...toTypedEntries(raw.phones, 'Phone', ['phone', 'Phone Number'], of)]),
			emails: unlessEmpty([...(email === undefined ? [] : [{ email, type: 'WORK' }]), ...toTypedEntries(raw.emails, 'Email', ['email', 'Email'], of)]),
			org: onlyGiven({ company: read('Organization', raw.organization), department: read('Department', raw.department), title: read('Job Title', raw.jobTitle) }),
			addresses: unlessEmpty(listOf(raw.addresses).map((address, place) => toAddress(address, `Address ${place + 1}`, read))),
			birthday: readBirthday(of('Birthday'), raw.birthday),
			urls: unlessEmpty(toTypedEntries(raw.links, 'Link', ['url', 'Link'], of)),
		}),
	};
}

/** Meta wants a part of the name beside the whole: where none is given, the first word is the first name. */
function toName(whole: string, contact: Record<string, unknown>, read: Reader): Record<string, unknown> {
	const parts = onlyGiven({
		first_name: read('First Name', contact.firstName),
		last_name: read('Last Name', contact.lastName),
		middle_name: read('Middle Name', contact.middleName),
		suffix: read('Suffix', contact.suffix),
		prefix: read('Prefix', contact.prefix),
	});
	if (parts) return { formatted_name: whole, ...parts };
	const [firstName = whole, ...others] = whole.split(/\s+/);
	return { formatted_name: whole, first_name: firstName, ...(others.length > 0 && { last_name: others.join(' ') }) };
}

/** Numbers, emails or links, each with its type; a number also with its WhatsApp ID. */
function toTypedEntries(list: unknown, entry: string, [name, label]: [string, string], of: (label: string) => string): unknown[] {
	return listOf(list).map((each, place) => {
		const inEntry = (words: string) => of(`${words} of ${entry} ${place + 1}`);
		return {
			[name]: readWords(inEntry(label), each[name], LONGEST.caption).trim(),
			...onlyGiven({ type: readOptionalWords(inEntry('Type'), each.type, LONGEST.caption)?.trim(), wa_id: readWaId(inEntry('WhatsApp ID'), each.waId) }),
		};
	});
}

function toAddress(address: Record<string, unknown>, place: string, read: Reader): Record<string, unknown> {
	const part = (label: string, value: unknown) => read(`${label} of ${place}`, value);
	return {
		...onlyGiven({
			street: part('Street', address.street),
			city: part('City', address.city),
			state: part('State', address.state),
			zip: part('Postal Code', address.zip),
			country: part('Country', address.country),
			country_code: part('Country Code', address.countryCode),
			type: part('Type', address.type),
		}),
	};
}

/** WhatsApp names people by digits alone; the number they were copied from may have more. */
function readWaId(parameter: string, value: unknown): string | undefined {
	const given = readOptionalWords(parameter, value, LONGEST.caption)?.trim();
	const digits = given?.replace(/^\+/, '').replace(/[ ()-]/g, '');
	if (digits === undefined || /^\d{6,20}$/.test(digits)) return digits;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not a WhatsApp ID: ${(given ?? '').slice(0, 40)}`,
		'It is the phone number with country code, in digits alone, for example 15551234567.',
	);
}

function listOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.map((entry: unknown) => (isRecord(entry) ? entry : {})) : [];
}

function unlessEmpty<Entry>(list: Entry[]): Entry[] | undefined {
	return list.length > 0 ? list : undefined;
}
