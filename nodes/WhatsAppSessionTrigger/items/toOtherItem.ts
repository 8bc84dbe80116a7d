import type { IDataObject } from 'n8n-workflow';

import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';

/** Gives the item of an event that has no shape of its own: always with Meta's own object. */
export function toOtherItem({ field, phoneNumberId, businessAccountId, raw }: WebhookEvent): IDataObject {
	return {
		event: 'other',
		phoneNumberId: phoneNumberId ?? null,
		businessAccountId: businessAccountId ?? null,
		field,
		raw: raw as IDataObject,
	};
}
