import { asAddress } from './asAddress';
import { asObject } from './asObject';

/**
 * Gives the address of a person as the nodes of this pack put them out (`session.recipient`): the phone number, else the
 * BSUID, else the wa_id; of a group its ID.
 *
 * @returns undefined for everything else
 */
export function addressOfPerson(person: unknown): string | number | undefined {
	const { phoneNumber, bsuid, waId, groupId } = asObject(person);
	return asAddress(phoneNumber) ?? asAddress(bsuid) ?? (typeof waId === 'string' && waId !== '' ? `+${waId}` : asAddress(groupId));
}
