import { contentId } from '../reading/contentId';
import type { WebhookChange } from './WebhookChange';

/**
 * Makes the `eventId` of an item that has no ID of its own: a digest of its content and of where it belongs.
 *
 * @param item - Meta's object, one of a list
 */
export function contentEventId(item: Record<string, unknown>, { origin }: WebhookChange): string {
	const { field, businessAccountId, phoneNumberId } = origin;
	return contentId(item, field, businessAccountId, phoneNumberId);
}
