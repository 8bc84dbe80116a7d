import type { RecipientReading } from '../../domain/interpretRecipient';
import type { Recipient } from '../../domain/Recipient';
import type { SessionStore } from '../../store/SessionStore';

/** A person who was read for a business number. */
export interface AskedRecipient {
	phoneNumberId: string;
	reading: RecipientReading;
}

/**
 * Looks up who of those that may be meant is on record, in one statement for all; in none where everybody is clear.
 *
 * @returns whether WhatsApp has named a candidate in a conversation with a business number; for `settleRecipient`
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function findCandidates(
	store: Pick<SessionStore, 'findSessions'>,
	asked: AskedRecipient[],
): Promise<(phoneNumberId: string, candidate: Recipient) => boolean> {
	const keys = asked.flatMap(({ phoneNumberId, reading }) =>
		'recipient' in reading ? [] : reading.candidates.map(({ waId }) => ({ phoneNumberId, user: { waId } })),
	);
	const sessions = keys.length === 0 ? [] : await store.findSessions(keys);
	const known = new Set(keys.filter((_, index) => sessions[index] !== undefined).map(({ phoneNumberId, user }) => toName(phoneNumberId, user.waId)));
	return (phoneNumberId, { waId }) => known.has(toName(phoneNumberId, waId));
}

function toName(phoneNumberId: string, waId: string | undefined): string {
	return `${phoneNumberId} ${waId}`;
}
