import type { INodeExecutionData } from 'n8n-workflow';

import { interpretRecipient, type RecipientHints, type RecipientReading } from '../../domain/interpretRecipient';
import { readCountry } from '../../domain/readCountry';
import { addressOfPerson } from './addressOfPerson';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';
import { isNamedByWhatsApp } from './isNamedByWhatsApp';
import { recipientOfItem } from './recipientOfItem';

/**
 * Reads the person of one item from 'Recipient', or from the item itself where the builder left it empty.
 *
 * An expression that gives nothing is no empty field: it was meant to name somebody else than the item does. One that gives
 * the whole of `session.recipient` names that person.
 *
 * @param item - the item as it came in
 * @param defaultCountry - the country of the credential, for numbers without code where the node names none
 * @returns the person; or who it may be, to be settled with what is on record, see `findCandidates`
 * @throws {InvalidInputError} when the field is empty and the item names nobody, or the country is none
 */
export function readRecipient(
	read: ParameterReader,
	item: INodeExecutionData | undefined,
	itemIndex: number,
	defaultCountry: RecipientHints['country'],
): RecipientReading {
	const address = readAddress(read, item, itemIndex);
	const chosen = read('options.numberCountry', itemIndex, '');
	const country = chosen === '' ? defaultCountry : readCountry(chosen);
	return interpretRecipient(address, { country, isNamed: (digits) => isNamedByWhatsApp(item?.json ?? {}, digits) });
}

/**
 * Reads the address of the person of one item, as somebody wrote it; see {@link readRecipient}.
 *
 * @throws {InvalidInputError} when the field is empty and the item names nobody
 */
export function readAddress(read: ParameterReader, item: INodeExecutionData | undefined, itemIndex: number): unknown {
	const given = isLeftEmpty(read.stored('recipient')) ? recipientOfItem(item?.json ?? {}) : read('recipient', itemIndex);
	return addressOfPerson(given) ?? given;
}
