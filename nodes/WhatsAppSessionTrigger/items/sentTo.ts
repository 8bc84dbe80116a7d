import type { Recipient } from '../../shared/domain/parseRecipient';
import type { SendRecord } from '../../shared/store/SendLog';
import type { StatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { recipientOf } from './recipientOf';

/**
 * Says whom a message went to: as the status names the person, else as the send log does.
 *
 * A failed status may name nobody.
 */
export function sentTo(event: StatusEvent, send: SendRecord | undefined): Recipient {
	const named = recipientOf(event);
	if (named.phoneNumber || named.waId || named.bsuid || !send) return named;
	return recipientOf({ user: send.user, waId: send.user.waId });
}
