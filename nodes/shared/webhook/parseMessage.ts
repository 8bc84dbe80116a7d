import { asBsuid } from './asBsuid';
import { asId } from './asId';
import { asRecord } from './asRecord';
import { asText } from './asText';
import { asWaId } from './asWaId';
import { contentId } from './contentId';
import { readableText } from './readableText';
import { readTimestamp } from './readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { MessageEvent } from './WebhookEvent';

/**
 * Reads one of `messages[]`.
 *
 * A message without ID gets a stable stand-in, a message without type the type `unknown`, a message without timestamp
 * the time of arrival, so that none is lost.
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
	const named = { waId: asWaId(message.from), bsuid: asBsuid(message.from_user_id) };
	const messageId = asId(message.id);
	if (!phoneNumberId || (!messageId && !named.waId && !named.bsuid)) return undefined;

	const text = readableText(message);
	const groupId = asId(message.group_id);
	const repliesTo = asId(asRecord(message.context)?.id);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(message.timestamp, change.receivedAtMs),
		event: 'message',
		phoneNumberId,
		messageId: messageId ?? contentId(message, phoneNumberId),
		type: asText(message.type) ?? 'unknown',
		...(text && { text }),
		...readInteractive(message),
		...(groupId && { groupId }),
		...(repliesTo && { repliesTo }),
		hasReferral: asRecord(message.referral) !== undefined,
		raw: message,
	};
}

function readInteractive(message: Record<string, unknown>): Pick<MessageEvent, 'interactiveType' | 'isAutomatic'> {
	const interactive = message.type === 'interactive' ? asRecord(message.interactive) : undefined;
	const interactiveType = asText(interactive?.type);
	const permission = asRecord(interactive?.call_permission_reply);
	return {
		...(interactiveType && { interactiveType }),
		...(permission?.response_source === 'automatic' && { isAutomatic: true }),
	};
}
