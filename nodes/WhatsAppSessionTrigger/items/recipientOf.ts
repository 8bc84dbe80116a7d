import type { Recipient } from '../../shared/domain/parseRecipient';
import type { UserIdentity } from '../../shared/domain/Session';

/** Gives the person an event is about, by every ID that it names. */
export function recipientOf({ user, waId }: { user: UserIdentity; waId?: string }): Recipient {
	return { phoneNumber: waId && `+${waId}`, waId: waId ?? user.waId, bsuid: user.bsuid };
}
