import { asRecord } from './asRecord';
import { asText } from './asText';
import type { MessageMedia } from './MessageMedia';
import { readFile } from './readFile';

const MEDIA_TYPES = new Set(['image', 'video', 'audio', 'document', 'sticker']);

/**
 * Reads what a message says about the file that came with it; of an `edit` the file of the message as it is now.
 *
 * @param message - Meta's message object
 * @returns undefined when no file came with it, or the file has no ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/image (read 2026-03)
 */
export function readMedia(message: Record<string, unknown>): MessageMedia | undefined {
	const current = (message.type === 'edit' ? asRecord(asRecord(message.edit)?.message) : undefined) ?? message;
	const type = asText(current.type) ?? '';
	return MEDIA_TYPES.has(type) ? readFile(current[type]) : undefined;
}
