import type { IDataObject } from 'n8n-workflow';

import type { Handover, OtherEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { addressOf } from './addressOf';
import { recipientOf } from './recipientOf';

/** Gives the item of an event that has no shape of its own: always with Meta's own object. */
export function toOtherItem(event: OtherEvent): IDataObject {
	const { field, phoneNumberId, businessAccountId, handover, raw } = event;
	return {
		event: 'other',
		phoneNumberId: phoneNumberId ?? null,
		businessAccountId: businessAccountId ?? null,
		field,
		...(handover && { recipient: addressOf(recipientOf(handover)), handover: toHandoverJson(handover) }),
		raw: raw as IDataObject,
	};
}

function toHandoverJson({ control, previousOwnerRole, newOwnerRole, metadata }: Handover): IDataObject {
	return { control, previousOwnerRole: previousOwnerRole ?? null, newOwnerRole: newOwnerRole ?? null, metadata: metadata ?? null };
}
