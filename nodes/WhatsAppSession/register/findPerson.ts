import type { Recipient } from '../../shared/domain/Recipient';
import { settleRecipient } from '../../shared/domain/settleRecipient';
import { findCandidates } from '../../shared/n8n/parameters/findCandidates';
import { readRecipient } from '../../shared/n8n/parameters/readRecipient';
import type { RegisterRun } from './openRegisterRun';

/**
 * Says which person of the account an item is about. Meta and the store are asked only where a number does not say by itself whose it is;
 * it then is whoever has written to any number of the account.
 *
 * @throws {InvalidInputError} when nobody is meant, or more than one
 */
export async function findPerson({ account, store, read, items }: RegisterRun, itemIndex: number): Promise<Recipient> {
	const reading = readRecipient(read, items[itemIndex], itemIndex, account.credentials.numberCountry);
	if ('recipient' in reading) return reading.recipient;
	const ids = reading.candidates.length === 0 ? [] : (await account.listPhoneNumbers()).map(({ id }) => id);
	const isOnRecord = await findCandidates(store, ids.map((phoneNumberId) => ({ phoneNumberId, reading })));
	return settleRecipient(reading, (candidate) => ids.some((id) => isOnRecord(id, candidate)));
}
