import type { ConsentEntry } from '../../domain/Consent';
import type { ConsentChangeEvent } from '../parsing/ConsentChangeEvent';
import type { PreferenceEvent, WebhookEvent } from '../parsing/WebhookEvent';

/** What each of Meta's values says about consent, and where it is said. */
const MEANINGS = new Map<string, Pick<ConsentEntry, 'state' | 'source'>>([
	['stop', { state: 'optedOut', source: 'userPreferences' }],
	['resume', { state: 'optedIn', source: 'userPreferences' }],
	['signup', { state: 'optedIn', source: 'signup' }],
]);

/**
 * Gives what events say about consent: a stop, a resumption or a sign-up of marketing messages, and what people have written or tapped.
 *
 * Preferences of other categories, and values that nobody knows yet, say nothing. An opt-in without a timestamp of its own is
 * left out, because it may be older than an opt-out on record; an opt-out without one counts from its arrival, because none
 * may be lost. Left out as well is what names nobody, or no WABA: consent is given to one business.
 *
 * What a failed status says is left to the store, which knows whom the message was for.
 *
 * @returns at most one entry for each event, in the order of the events; `evidence` is the event's own ID, or that of the message
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (read 2026-03)
 */
export function toConsentEntries(events: WebhookEvent[]): ConsentEntry[] {
	return events.flatMap((event) => {
		if (event.event === 'preference') return toEntries(event);
		return event.event === 'consentChange' && event.source !== 'messageFailed' ? toChangeEntries(event) : [];
	});
}

function toChangeEntries(event: ConsentChangeEvent): ConsentEntry[] {
	const { businessAccountId, user, kind, state, atMs, isTimestampMissing, source, messageId: evidence, wording, takesBackOnly } = event;
	if (!businessAccountId || (!user.bsuid && !user.waId)) return [];
	if (isTimestampMissing && state === 'optedIn') return [];
	return [{ businessAccountId, user, kind, state, atMs, source, evidence, wording, takesBackOnly }];
}

function toEntries(event: PreferenceEvent): ConsentEntry[] {
	const { businessAccountId, user, category, value, atMs, isTimestampMissing, eventId: evidence } = event;
	const meaning = category === 'marketing_messages' ? MEANINGS.get(value.toLowerCase()) : undefined;
	if (!meaning || !businessAccountId || (!user.bsuid && !user.waId)) return [];
	if (isTimestampMissing && meaning.state === 'optedIn') return [];
	return [{ businessAccountId, user, kind: 'marketing', ...meaning, atMs, evidence }];
}
