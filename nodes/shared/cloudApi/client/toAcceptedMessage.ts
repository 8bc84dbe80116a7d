import type { AcceptedMessage } from './CloudApi';
import { isRecord } from '../../domain/isRecord';
import { toGraphText } from './toGraphText';

/**
 * Reads Meta's answer to a send.
 *
 * @returns undefined when it holds no message ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function toAcceptedMessage(body: Record<string, unknown>): AcceptedMessage | undefined {
	const message = first(body.messages);
	const contact = first(body.contacts);
	const messageId = toGraphText(message.id);
	if (messageId === undefined) return undefined;
	return {
		messageId,
		messageStatus: toGraphText(message.message_status),
		waId: toGraphText(contact.wa_id),
		bsuid: toGraphText(contact.user_id),
	};
}

function first(list: unknown): Record<string, unknown> {
	const item: unknown = Array.isArray(list) ? list[0] : undefined;
	return isRecord(item) ? item : {};
}
