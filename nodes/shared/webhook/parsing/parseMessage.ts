import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { contentId } from '../reading/contentId';
import { readableText } from '../reading/readableText';
import { readErrors } from '../reading/readErrors';
import { readIdentityChange } from '../reading/readIdentityChange';
import { readMedia } from '../reading/readMedia';
import { readReferral } from '../reading/readReferral';
import { readSharedWaId } from '../reading/readSharedWaId';
import { readTimestamp } from '../reading/readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { NamedUser } from '../reading/WebhookContacts';
import type { IdentityChange } from '../reading/IdentityChange';
import type { MessageEvent } from './WebhookEvent';

/**
 * Reads one of `messages[]`.
 *
 * A message without ID gets a stable stand-in, a message without type the type `unknown`, a message without timestamp
 * the time of arrival, so that none is lost. The user of a message that reports new IDs is the one with the new IDs. A number that a
 * person shares as their own, asked for it, is theirs from this message on.
 *
 * @param message - Meta's message object
 * @param isOnlyItem - true when it is the only message of its list
 * @returns undefined when it names neither itself nor a sender, or the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-03)
 */
export function parseMessage(
	message: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): MessageEvent | undefined {
	const { phoneNumberId } = change.origin;
	const ownId = asId(message.id);
	const identityChange = readIdentityChange(message);
	const named = senderOf(message, identityChange);
	if (!phoneNumberId || (!ownId && !named.waId && !named.bsuid)) return undefined;

	const messageId = ownId ?? contentId(message, phoneNumberId);
	const text = readableText(message);
	const groupId = asId(message.group_id);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(message.timestamp, change.receivedAtMs),
		event: 'message',
		eventId: messageId,
		phoneNumberId,
		messageId,
		type: asText(message.type) ?? 'unknown',
		...(text && { text }),
		...readInteractive(message),
		...(groupId && { groupId }),
		...readContext(message),
		...readAttachments(message),
		...(identityChange && { identityChange }),
		...(change.origin.field === 'standby' && { isStandby: true }),
		...(change.conversationContext && { conversationContext: change.conversationContext }),
		errors: readErrors(message.errors),
		raw: message,
	};
}

function senderOf(message: Record<string, unknown>, identityChange: IdentityChange | undefined): NamedUser {
	const { bsuid, waId } = identityChange?.current ?? {};
	if (!bsuid && !waId) {
		return { waId: asWaId(message.from) ?? readSharedWaId(message), bsuid: asBsuid(message.from_user_id) };
	}
	return { bsuid, waId: waId && asWaId(asRecord(message.system)?.wa_id) };
}

function readInteractive(message: Record<string, unknown>): Pick<MessageEvent, 'interactiveType' | 'isAutomatic'> {
	const interactive = message.type === 'interactive' ? asRecord(message.interactive) : undefined;
	const interactiveType = asText(interactive?.type);
	const content = interactiveType ? asRecord(interactive?.[interactiveType]) : undefined;
	return {
		...(interactiveType && { interactiveType }),
		...(content?.response_source === 'automatic' && { isAutomatic: true }),
	};
}

function readContext(
	message: Record<string, unknown>,
): Pick<MessageEvent, 'repliesTo' | 'isForwarded' | 'isFrequentlyForwarded' | 'referredProduct'> {
	const context = asRecord(message.context);
	const repliesTo = asId(context?.id);
	const isFrequentlyForwarded = context?.frequently_forwarded === true;
	const product = asRecord(context?.referred_product);
	const catalogId = asId(product?.catalog_id);
	const productRetailerId = asId(product?.product_retailer_id);
	return {
		...(repliesTo && { repliesTo }),
		...((isFrequentlyForwarded || context?.forwarded === true) && { isForwarded: true }),
		...(isFrequentlyForwarded && { isFrequentlyForwarded }),
		...((catalogId || productRetailerId) && {
			referredProduct: { ...(catalogId && { catalogId }), ...(productRetailerId && { productRetailerId }) },
		}),
	};
}

function readAttachments(message: Record<string, unknown>): Pick<MessageEvent, 'referral' | 'media'> {
	const referral = readReferral(message.referral);
	const media = readMedia(message);
	return { ...(referral && { referral }), ...(media && { media }) };
}
