import type { IDataObject } from 'n8n-workflow';

import type { MessagePrice } from '../../shared/domain/MessageStatus';
import { readCallbackData } from '../../shared/domain/readCallbackData';
import { toRecipientJson } from '../../shared/n8n/items/toRecipientJson';
import type { SendRecord } from '../../shared/store/SendLog';
import type { StatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toIso } from '../../shared/domain/toIso';

/**
 * Gives the field `message` of a status: what became of the message, and what was sent from where.
 *
 * The latter comes from the send log; where that has nothing, for example because the message was sent through another
 * session store, from what the send nodes attach to every message. Null where neither knows.
 */
export function toSentMessageJson(event: StatusEvent, send: SendRecord | undefined) {
	const attached = send ? undefined : readCallbackData(event.callbackData);
	const origin = send?.origin ?? attached;
	return {
		id: event.messageId,
		status: event.status,
		...(event.groupId !== undefined && { groupId: event.groupId, participant: toParticipantJson(event) }),
		timestamp: toIso(event.atMs),
		price: toPriceJson(event.price ?? send?.price),
		sentAs: send?.sentAs ?? attached?.sentAs ?? null,
		sendOnceKey: send?.sendOnceKey ?? attached?.sendOnceKey ?? null,
		sentAt: toIso(send?.sentAtMs),
		workflowId: origin?.workflowId ?? null,
		executionId: origin?.executionId ?? null,
		nodeName: origin?.nodeName ?? null,
		templateName: origin?.templateName ?? null,
		templateLanguage: origin?.templateLanguage ?? null,
	};
}

/** Whose status it is, of a message to a group; null where it is the group's own. */
function toParticipantJson({ participantId, user, waId }: StatusEvent): IDataObject | null {
	return participantId === undefined ? null : toRecipientJson({ ...user, waId: waId ?? user.waId, phoneNumber: waId && `+${waId}` });
}

function toPriceJson(price: MessagePrice | undefined): IDataObject | null {
	if (!price) return null;
	return {
		category: price.category ?? null,
		type: price.type ?? null,
		...(price.subtype && { subtype: price.subtype }),
		model: price.model ?? null,
		isBillable: price.isBillable ?? null,
	};
}
