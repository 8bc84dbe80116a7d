import type { GivenParameters } from '../GivenParameters';
import { onlySet } from '../onlySet';

const FIELDS = 'additionalFields';

/** The contact card of the built-in node, as an entry of our list. */
export function takeContact(given: GivenParameters): Record<string, unknown> {
	const name = (part: string) => given.take('name', 'data', part);
	const organization = (part: string) => given.take(FIELDS, 'organization', 'data', part);
	const entry = { name: name('formatted_name'), organization: organization('company') };
	const more = {
		prefix: name('prefix'),
		firstName: name('first_name'),
		middleName: name('middle_name'),
		lastName: name('last_name'),
		suffix: name('suffix'),
		birthday: given.take(FIELDS, 'birthday'),
		department: organization('department'),
		jobTitle: organization('title'),
		phones: entries(given, ['phones', 'data'], 'phone', toPhone),
		emails: entries(given, ['emails', 'data'], 'email', (each) => ({ email: each.take('email'), type: each.take('type') ?? 'HOME' })),
		links: entries(given, ['urls', 'url'], 'link', (each) => ({ url: each.take('url'), type: each.take('type') ?? 'HOME' })),
		addresses: entries(given, ['addresses', 'address'], 'address', toAddress),
	};
	return { ...onlySet(entry), more: onlySet(more) };
}

type Entry = Record<string, unknown>;

function entries(given: GivenParameters, path: string[], name: string, toEntry: (each: GivenParameters) => Entry): Record<string, Entry[]> | undefined {
	const list = given.takeList(FIELDS, ...path).map((each) => onlySet(toEntry(each)));
	return list.length > 0 ? { [name]: list } : undefined;
}

function toPhone(each: GivenParameters): Entry {
	return { phone: each.take('phone'), type: each.take('type') ?? 'CELL', waId: each.take('whatsapp_user_id') };
}

function toAddress(each: GivenParameters): Entry {
	const countryCode = each.take('country_code');
	const [street, city, state, zip, country] = ['street', 'city', 'state', 'zip', 'country'].map((part) => each.take(part));
	return { street, city, state, zip, country, countryCode, type: each.take('type') ?? 'HOME' };
}
