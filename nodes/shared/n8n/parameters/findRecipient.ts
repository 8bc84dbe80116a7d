import type { Recipient } from '../../domain/Recipient';
import { settleRecipient } from '../../domain/settleRecipient';
import type { SessionStore } from '../../store/SessionStore';
import { findCandidates, type AskedRecipient } from './findCandidates';

/**
 * Says who is meant. The store is asked only where a number does not say by itself whose it is.
 *
 * @throws {InvalidInputError} when nobody is, or more than one
 * @throws {SessionStoreError} when the store has to be asked and cannot be read
 */
export async function findRecipient(store: Pick<SessionStore, 'findSessions'>, asked: AskedRecipient): Promise<Recipient> {
	const isOnRecord = await findCandidates(store, [asked]);
	return settleRecipient(asked.reading, (candidate) => isOnRecord(asked.phoneNumberId, candidate));
}
