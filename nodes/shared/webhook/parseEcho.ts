import { asBsuid } from './asBsuid';
import { asWaId } from './asWaId';
import type { WebhookChange } from './WebhookChange';
import type { OtherEvent } from './WebhookEvent';

/**
 * Reads one of `message_echoes[]`: a message that the business sent elsewhere, for example in the WhatsApp Business app.
 *
 * It is about the person it went to, and it never opens a window.
 *
 * @param echo - Meta's message object
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users (read 2026-03)
 */
export function parseEcho(echo: Record<string, unknown>, change: WebhookChange, isOnlyItem: boolean): OtherEvent {
	const named = { waId: asWaId(echo.to), bsuid: asBsuid(echo.to_user_id) };
	return { ...change.origin, ...change.contacts.identify(named, isOnlyItem), event: 'echo', raw: echo };
}
