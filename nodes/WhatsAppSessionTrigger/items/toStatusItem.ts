import type { IDataObject } from 'n8n-workflow';

import type { StatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { addressOf } from './addressOf';
import type { EventRecord } from './EventRecord';
import { sentTo } from './sentTo';
import { toSentMessageJson } from './toSentMessageJson';

/** Gives the item of a message status: sent, delivered, read, played. */
export function toStatusItem(event: StatusEvent, { send }: EventRecord): IDataObject {
	return {
		event: 'messageStatus',
		recipient: addressOf(sentTo(event, send)),
		phoneNumberId: event.phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		message: toSentMessageJson(event, send),
	};
}
