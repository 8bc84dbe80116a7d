import { groupAsUser, groupOf } from '../../shared/domain/groupAsUser';
import type { Recipient } from '../../shared/domain/parseRecipient';
import type { SendRecord } from '../../shared/store/SendLog';
import type { StatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { recipientOf } from './recipientOf';

/**
 * Says whom a message went to: as the status names the person, else as the send log does.
 *
 * A failed status may name nobody. Of a message to a group it is the group, whosever status it is; nobody where its ID has a form that is not
 * known.
 */
export function sentTo(event: StatusEvent, send: SendRecord | undefined): Recipient {
	if (event.groupId !== undefined) return groupAsUser(event.groupId) ?? (send && groupOf(send.user) !== undefined ? send.user : {});
	const named = recipientOf(event);
	if (named.phoneNumber || named.waId || named.bsuid || !send) return named;
	return recipientOf({ user: send.user, waId: send.user.waId });
}
