import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { contentEventId } from './contentEventId';
import { contentId } from '../reading/contentId';
import { readableText } from '../reading/readableText';
import { readMedia } from '../reading/readMedia';
import { readTimestamp } from '../reading/readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { EchoEvent } from './WebhookEvent';

/**
 * Reads one of `message_echoes[]`: a message that the business sent elsewhere, for example in the WhatsApp Business app.
 *
 * It is about the person it went to, and it never opens a window. It may be an `edit` or a `revoke` of an earlier one. On standby what was
 * sent is one object deeper, with the address that it was sent to.
 *
 * @param echo - Meta's message object
 * @param isOnlyItem - true when it is the only echo of its list
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users (read 2026-03)
 */
export function parseEcho(echo: Record<string, unknown>, change: WebhookChange, isOnlyItem: boolean): EchoEvent {
	const message = asRecord(echo.message) ?? echo;
	const named = { waId: asWaId(message.to), bsuid: asBsuid(message.to_user_id ?? message.recipient) };
	const text = readableText(message);
	const type = asText(message.type) ?? 'unknown';
	const media = readMedia(message);
	const originalMessageId = asId(asRecord(message[type])?.original_message_id);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(echo.timestamp, change.receivedAtMs),
		event: 'echo',
		eventId: contentEventId(echo, change),
		messageId: asId(echo.id) ?? contentId(echo, change.origin.phoneNumberId),
		type,
		...(text && { text }),
		...(media && { media }),
		...(originalMessageId && { originalMessageId }),
		raw: echo,
	};
}
