import { groupAsUser } from '../../shared/domain/groupAsUser';
import type { Recipient } from '../../shared/domain/parseRecipient';
import type { UserIdentity } from '../../shared/domain/Session';
import { recipientOf } from './recipientOf';

/** Gives whom an answer to an event goes to: the group where it was written in one, else the person, by every ID that the event names. */
export function answerTo(event: { user: UserIdentity; waId?: string; groupId?: string }): Recipient {
	return groupAsUser(event.groupId) ?? recipientOf(event);
}
