import { asBsuid } from './asBsuid';
import { asWaId } from './asWaId';
import type { WebhookChange } from './WebhookChange';
import type { OtherEvent } from './WebhookEvent';

/**
 * Reads one of `user_preferences[]`: a person stopped or resumed marketing messages of the business.
 *
 * @param preference - Meta's object; its `timestamp` is an integer of seconds, unlike that of a message
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (read 2026-03)
 */
export function parsePreference(
	preference: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): OtherEvent {
	const named = { waId: asWaId(preference.wa_id), bsuid: asBsuid(preference.user_id) };
	return { ...change.origin, ...change.contacts.identify(named, isOnlyItem), event: 'preference', raw: preference };
}
