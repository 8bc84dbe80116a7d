import type { IDataObject } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { isGroupId } from '../../domain/isGroupId';
import { addressOfPerson } from './addressOfPerson';
import { asAddress } from './asAddress';
import { asObject } from './asObject';
import { isTriggerItem } from './isTriggerItem';

const PARAMETER = 'Recipient';

/** What other sources call the person, in the order in which they count. */
const OTHER_NAMES = ['phoneNumber', 'phone', 'waId', 'wa_id', 'from'];

/** The fields in which an empty 'Recipient' looks, as the editor names them. */
export const RECIPIENT_FIELDS = ['recipient', 'session.recipient', ...OTHER_NAMES, 'messages[0].from'];

/**
 * Gives the address of the person that an item is about, for a 'Recipient' that was left empty.
 *
 * `recipient` counts first, then the group that its message was written in, since an answer to the author would be a private one, then the
 * person whom a node of this pack has found, then what other sources call it.
 *
 * @throws {InvalidInputError} when the item names nobody, names two by those other names, or was written in a group whose ID has a form that is
 * not known
 */
export function recipientOfItem(json: IDataObject): string | number {
	const found =
		asAddress(json.recipient) ??
		addressOfPerson(json.recipient) ??
		groupOfItem(json) ??
		addressOfPerson(asObject(json.session).recipient) ??
		(isTriggerItem(json) ? undefined : ofOtherNames(json));
	if (found !== undefined) return found;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is empty, and the item names nobody in ${RECIPIENT_FIELDS.join(', ')}.`,
		`Drag the field of the item that holds the phone number or the business-scoped user ID (BSUID) onto '${PARAMETER}'.`,
	);
}

function ofOtherNames(json: IDataObject): string | number | undefined {
	const senders = Array.isArray(json.messages) ? json.messages.map((message) => asObject(message).from) : [];
	const named = [
		...OTHER_NAMES.map((name) => ({ name, address: asAddress(json[name]) })),
		...senders.map((sender, index) => ({ name: `messages[${index}].from`, address: asAddress(sender) })),
	].filter(({ address }) => address !== undefined);
	const [first] = named;
	const other = named.find(({ address }) => toComparable(address) !== toComparable(first?.address));
	if (!first || !other) return first?.address;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is empty, and the item names different people in ${first.name} and ${other.name}.`,
		`Drag the field that is meant onto '${PARAMETER}'.`,
	);
}

/** The group that the message of an item was written in; undefined where it was written in none. */
function groupOfItem({ message, messages }: IDataObject): string | undefined {
	const [first] = Array.isArray(messages) ? messages : [];
	const groupId = [asObject(message).groupId, asObject(first).group_id].find((id) => typeof id === 'string' && id !== '') as string | undefined;
	if (groupId === undefined || isGroupId(groupId)) return groupId;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is empty, and the message of the item was written in a group whose ID has a form that is not known.`,
		`An answer to its author is a private one. If that is what you want, drag the field 'from' onto '${PARAMETER}'.`,
	);
}

function toComparable(address: string | number | undefined): string {
	return String(address).replace(/[^\p{L}\p{N}]/gu, '');
}
