import { asId } from './asId';
import { asRecord } from './asRecord';
import { asText } from './asText';
import type { MessageMedia } from './MessageMedia';

const MEDIA_TYPES = new Set(['image', 'video', 'audio', 'document', 'sticker']);

/**
 * Reads what a message says about the file that came with it.
 *
 * @param message - Meta's message object
 * @returns undefined when no file came with it, or the file has no ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/image (read 2026-03)
 */
export function readMedia(message: Record<string, unknown>): MessageMedia | undefined {
	const type = asText(message.type) ?? '';
	const file = MEDIA_TYPES.has(type) ? asRecord(message[type]) : undefined;
	const id = asId(file?.id);
	if (!file || !id) return undefined;
	const mimeType = asText(file.mime_type);
	const sha256 = asText(file.sha256);
	const fileName = asText(file.filename);
	const caption = asText(file.caption);
	const url = asText(file.url);
	return {
		id,
		...(mimeType && { mimeType }),
		...(sha256 && { sha256 }),
		...(fileName && { fileName }),
		...(caption && { caption }),
		...(url && { url }),
		...(typeof file.voice === 'boolean' && { isVoice: file.voice }),
		...(typeof file.animated === 'boolean' && { isAnimated: file.animated }),
	};
}
