import { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Consent } from '../shared/domain/Consent';
import { customerServiceWindow } from '../shared/domain/customerServiceWindow';
import type { Session } from '../shared/domain/Session';
import { toSessionJson } from '../shared/n8n/toSessionJson';
import type { MessageEvent } from '../shared/webhook/WebhookEvent';

// A message that took longer than this to arrive was held up: an answer may come as a surprise.
const STALE_AFTER_MS = 10 * 60_000;

/** What is on record of the person who wrote. */
export interface SenderRecord {
	session: Session | undefined;
	consent: Consent | undefined;
}

/**
 * Gives the item of one inbound message.
 *
 * `recipient` is the address to answer to: the phone number where WhatsApp shows it, else the BSUID. It is null for a message
 * in a group, because an answer to its author would be a private one.
 */
export function toMessageItem(
	event: MessageEvent & { event: 'message' },
	{ session, consent }: SenderRecord,
	receivedAt: DateTime,
): INodeExecutionData {
	const { phoneNumberId, user, waId } = event;
	const recipient = { phoneNumber: waId && `+${waId}`, waId: waId ?? user.waId, bsuid: user.bsuid };
	const window = customerServiceWindow(session, receivedAt);
	return {
		json: {
			event: 'message',
			recipient: event.groupId ? null : (recipient.phoneNumber ?? recipient.bsuid ?? null),
			phoneNumberId,
			from: waId ?? null,
			profileName: event.profileName ?? null,
			message: toMessageJson(event),
			session: toSessionJson({ window, phoneNumberId, recipient, session, consent }),
			isStale: receivedAt.toMillis() - event.atMs > STALE_AFTER_MS,
		},
	};
}

function toMessageJson({ messageId, type, atMs, text, repliesTo, groupId, raw }: MessageEvent): IDataObject {
	return {
		// The type's own object comes first: a text message's would otherwise hide the readable text of the same name.
		...(raw[type] !== undefined && { [type]: raw[type] as IDataObject }),
		id: messageId,
		type,
		timestamp: DateTime.fromMillis(atMs, { zone: 'utc' }).toISO(),
		text: text ?? null,
		repliesTo: repliesTo ?? null,
		...(groupId !== undefined && { groupId }),
	};
}
