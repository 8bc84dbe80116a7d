import { contentId } from '../reading/contentId';
import type { WebhookChange } from './WebhookChange';

/**
 * Makes the `eventId` of a change that is one event as a whole: a digest of its content, of where it belongs, and of when
 * Meta triggered it.
 *
 * The time is part of it because such events come again word for word: a template is paused twice, a PIN changed twice.
 * Meta sets it when the webhook is triggered, so it is the same in every delivery.
 *
 * @param value - Meta's value of the field
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update (read 2026-05-21)
 */
export function valueEventId(value: Record<string, unknown>, { origin, triggeredAt }: WebhookChange): string {
	const { field, businessAccountId, phoneNumberId } = origin;
	return contentId(value, field, businessAccountId, phoneNumberId, triggeredAt);
}
