import type { RecipientReading } from './interpretRecipient';
import type { Recipient } from './Recipient';

/**
 * Says who is meant, now that it is known who of the candidates is on record.
 *
 * @param isOnRecord - whether WhatsApp has named this candidate in a conversation with the business number
 * @throws {InvalidInputError} when nobody of them is, or more than one
 */
export function settleRecipient(reading: RecipientReading, isOnRecord: (candidate: Recipient) => boolean): Recipient {
	if ('recipient' in reading) return reading.recipient;
	const [only, ...others] = reading.candidates.filter(isOnRecord);
	if (only && others.length === 0) return only;
	throw reading.refusal;
}
