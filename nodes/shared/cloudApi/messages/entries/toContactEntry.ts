import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { ENTRIES, refuseStrangers } from './refuseStrangers';
import { renamed } from './renamed';
import { toRecord } from './toRecord';

/** What a list within a contact is called in the form and by Meta, what its entries are, and their members: ours, then Meta's. */
interface InnerList {
	name: string;
	ofMeta: string;
	entry: string;
	members: Readonly<Record<string, string>>;
}

// messages/contacts-messages, read 2025-12.
const LISTS: readonly InnerList[] = [
	{ name: 'phones', ofMeta: 'phones', entry: 'Phone', members: { phone: 'phone', type: 'type', waId: 'wa_id' } },
	{ name: 'emails', ofMeta: 'emails', entry: 'Email', members: { email: 'email', type: 'type' } },
	{ name: 'links', ofMeta: 'urls', entry: 'Link', members: { url: 'url', type: 'type' } },
	{
		name: 'addresses',
		ofMeta: 'addresses',
		entry: 'Address',
		members: { street: 'street', city: 'city', state: 'state', zip: 'zip', country: 'country', countryCode: 'country_code', type: 'type' },
	},
];
const NAME_PARTS = { prefix: 'prefix', firstName: 'first_name', middleName: 'middle_name', lastName: 'last_name', suffix: 'suffix' };
const ORGANIZATION = { organization: 'company', department: 'department', jobTitle: 'title' };
const OF_FORM = ['name', 'phone', 'email', 'birthday', ...Object.keys(NAME_PARTS), ...Object.keys(ORGANIZATION), ...LISTS.map(({ name }) => name)];
const OF_META = ['name', 'birthday', 'org', ...LISTS.map(({ ofMeta }) => ofMeta)];

/**
 * Reads a contact: in the members of the form, or in Meta's shape, whose `name` is an object.
 *
 * @returns the members of the form, see `toContactCard`
 * @throws {InvalidInputError} when there are other members, or a list is none
 */
export function toContactEntry(raw: unknown, index: number): Record<string, unknown> {
	const place = `Contact ${index + 1}`;
	const contact = toRecord(place, raw);
	if (isRecord(contact.name)) return fromMeta(place, contact, contact.name);
	refuseStrangers(place, contact, OF_FORM);
	const lists = LISTS.map((list) => [list.name, toInner(place, list, contact[list.name], (name) => name)] as const);
	return { ...contact, ...Object.fromEntries(lists.filter(([, entries]) => entries !== undefined)) };
}

function fromMeta(place: string, contact: Record<string, unknown>, name: Record<string, unknown>): Record<string, unknown> {
	refuseStrangers(place, contact, OF_META);
	refuseStrangers(`name of ${place}`, name, ['formatted_name', ...Object.values(NAME_PARTS)]);
	const organization = contact.org === undefined || contact.org === null ? {} : toRecord(`org of ${place}`, contact.org);
	refuseStrangers(`org of ${place}`, organization, Object.values(ORGANIZATION));
	return {
		name: name.formatted_name,
		...renamed(name, NAME_PARTS),
		...renamed(organization, ORGANIZATION),
		...(contact.birthday !== undefined && { birthday: contact.birthday }),
		...Object.fromEntries(
			LISTS.map((list) => [list.name, toInner(place, list, contact[list.ofMeta], (member) => list.members[member] ?? member)] as const)
				.filter(([, entries]) => entries !== undefined),
		),
	};
}

/** @param wireName - what a member of the form is called in what was given */
function toInner(place: string, { name, entry, members }: InnerList, given: unknown, wireName: (member: string) => string): unknown[] | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	if (!Array.isArray(given)) {
		throw new InvalidInputError(ENTRIES, `'${ENTRIES}' has no list as ${name} of ${place}.`, `Give a list of objects, for example [{"${wireName(Object.keys(members)[0] ?? '')}": "…"}].`);
	}
	const names = Object.fromEntries(Object.keys(members).map((member) => [member, wireName(member)]));
	return given.map((inner: unknown, index) => {
		const innerPlace = `${entry} ${index + 1} of ${place}`;
		const record = toRecord(innerPlace, inner);
		refuseStrangers(innerPlace, record, Object.values(names));
		return renamed(record, names);
	});
}
