import { contentId } from '../reading/contentId';
import type { WebhookChange } from './WebhookChange';
import type { OtherEvent } from './WebhookEvent';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Reads one of a value's own `errors[]`: an error of Meta's that belongs to no message.
 *
 * Such an error names neither itself nor a time, and comes again word for word when the same happens again. So the hour of
 * its arrival is part of its `eventId`: a repetition of the webhook in the same hour is one, the same error in another
 * hour is a new event.
 *
 * **WARNING:** a webhook that Meta delivers again only after the hour has changed counts as a new event, and so does one whose
 * two deliveries lie on both sides of a full hour.
 *
 * @param error - Meta's error object
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function parseAlarm(error: Record<string, unknown>, { origin, receivedAtMs }: WebhookChange): OtherEvent {
	const { field, businessAccountId, phoneNumberId } = origin;
	const hour = String(Math.floor(receivedAtMs / HOUR_MS));
	const eventId = contentId(error, field, businessAccountId, phoneNumberId, hour);
	return { ...origin, event: 'other', eventId, raw: error };
}
