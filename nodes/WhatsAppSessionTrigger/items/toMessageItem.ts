import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { conversationState } from '../../shared/domain/conversationState';
import { groupAsUser } from '../../shared/domain/groupAsUser';
import { toConversationJson } from '../../shared/n8n/items/toConversationJson';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { EventRecord } from './EventRecord';
import { toErrorsJson } from './toErrorsJson';
import { toOptInJson } from './toOptInItem';
import { toIso } from '../../shared/domain/toIso';
import { toPersonJson } from './toPersonJson';
import { toMediaJson } from './toMediaJson';
import { toReferralJson } from './toReferralJson';

/**
 * Gives the item of one inbound message.
 *
 * `recipient` is the address to answer to: of a message in a group the group's, and so is `session`; an answer to its writer would be a
 * private one. It is null where the ID of the group has a form that is not known. `identityKeyHash` is there where Meta sends one. `conversation` is there while a person of the business or another responder has the conversation.
 *
 * @param staleAfterMs - from which age on the message is stale; 0 for never
 */
export function toMessageItem(
	event: MessageEvent,
	record: EventRecord,
	receivedAt: DateTime,
	staleAfterMs: number,
): IDataObject {
	const { phoneNumberId } = event;
	const { recipient, session } = toPersonJson(event, record, receivedAt);
	const conversation = conversationState(record.session, receivedAt);
	return {
		event: 'message',
		profileName: event.profileName ?? null,
		recipient: isInUnknownGroup(event) ? null : recipient,
		phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		from: event.waId ?? null,
		username: event.username ?? null,
		...(event.identityKeyHash && { identityKeyHash: event.identityKeyHash }),
		message: toMessageJson(event),
		...(event.consentChange && { optIn: toOptInJson(event.consentChange, record.consent) }),
		session,
		...(conversation.owner === 'human' && { conversation: toConversationJson(conversation) }),
		...(event.conversationContext && { conversationContext: event.conversationContext as IDataObject }),
		isStale: staleAfterMs > 0 && receivedAt.toMillis() - event.atMs > staleAfterMs,
	};
}

function isInUnknownGroup({ groupId }: MessageEvent): boolean {
	return groupId !== undefined && groupAsUser(groupId) === undefined;
}

function toMessageJson(event: MessageEvent): IDataObject {
	const { messageId, type, raw, referredProduct } = event;
	return {
		// The type's own object comes first: a text message's would otherwise hide the readable text of the same name.
		...(Object.hasOwn(raw, type) && raw[type] !== undefined && { [type]: raw[type] as IDataObject }),
		id: messageId,
		type,
		timestamp: toIso(event.atMs),
		text: event.text ?? null,
		repliesTo: event.repliesTo ?? null,
		groupId: event.groupId ?? null,
		isForwarded: event.isForwarded ?? false,
		isFrequentlyForwarded: event.isFrequentlyForwarded ?? false,
		referredProduct: referredProduct
			? {
					catalogId: referredProduct.catalogId ?? null,
					productRetailerId: referredProduct.productRetailerId ?? null,
				}
			: null,
		referral: toReferralJson(event.referral),
		media: toMediaJson(event.media),
		errors: toErrorsJson(event.errors),
	};
}
