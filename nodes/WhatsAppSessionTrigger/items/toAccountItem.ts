import type { IDataObject } from 'n8n-workflow';

import type { AccountChangeEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toIso } from '../../shared/domain/toIso';

/** Gives the item of a change of the account or of one of its business numbers. */
export function toAccountItem(event: AccountChangeEvent): IDataObject {
	return {
		event: 'accountChange',
		phoneNumberId: event.phoneNumberId ?? null,
		businessAccountId: event.businessAccountId ?? null,
		account: {
			change: event.change ?? null,
			field: event.field,
			phoneNumber: event.displayPhoneNumber ?? null,
			severity: event.severity ?? null,
			description: event.description ?? null,
			messagingLimit: event.messagingLimit ?? null,
			previousMessagingLimit: event.previousMessagingLimit ?? null,
			maxPhoneNumbers: event.maxPhoneNumbers ?? null,
			name: event.name ?? null,
			restrictions: (event.restrictions ?? []).map(({ type, untilMs }) => ({ type, until: toIso(untilMs) })),
			category: event.category ?? null,
			priceTier: event.priceTier ?? null,
			timestamp: toIso(event.atMs),
		},
	};
}
