import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { contentEventId } from './contentEventId';
import { readTimestamp } from '../reading/readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { PreferenceEvent } from './WebhookEvent';

/**
 * Reads one of `user_preferences[]`: a person stopped or resumed marketing messages of the business, or signed up for them.
 *
 * What is not named is `unknown`, so that none is lost.
 *
 * @param preference - Meta's object; its `timestamp` is an integer of seconds, unlike that of a message
 * @param isOnlyItem - true when it is the only preference of its list
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (read 2026-03)
 */
export function parsePreference(
	preference: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): PreferenceEvent {
	const named = { waId: asWaId(preference.wa_id), bsuid: asBsuid(preference.user_id) };
	const detail = asText(preference.detail);
	const signupId = asId(preference.signup_id);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(preference.timestamp, change.receivedAtMs),
		event: 'preference',
		eventId: contentEventId(preference, change),
		category: asWord(preference.category) ?? 'unknown',
		value: asWord(preference.value) ?? 'unknown',
		...(detail && { detail }),
		...(signupId && { signupId }),
		raw: preference,
	};
}
