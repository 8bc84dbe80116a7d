import type { IDataObject } from 'n8n-workflow';

import type { EchoEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { addressOf } from './addressOf';
import { recipientOf } from './recipientOf';
import { toIso } from '../../shared/domain/toIso';
import { toMediaJson } from './toMediaJson';

/** Gives the item of a message that the business sent elsewhere; `recipient` is whom it wrote to. */
export function toEchoItem(event: EchoEvent): IDataObject {
	return {
		event: 'messageEcho',
		profileName: event.profileName ?? null,
		recipient: addressOf(recipientOf(event)),
		phoneNumberId: event.phoneNumberId ?? null,
		businessAccountId: event.businessAccountId ?? null,
		message: {
			// First, so that the readable text stands where a text message has its own object.
			...(Object.hasOwn(event.raw, event.type) && event.raw[event.type] !== undefined && { [event.type]: event.raw[event.type] as IDataObject }),
			id: event.messageId,
			type: event.type,
			timestamp: toIso(event.atMs),
			text: event.text ?? null,
			media: toMediaJson(event.media),
			originalMessageId: event.originalMessageId ?? null,
		},
	};
}
