import { asId } from './asId';
import { asRecord } from './asRecord';
import { asText } from './asText';
import type { MessageMedia } from './MessageMedia';

/**
 * Reads what Meta says about one file, of a message or of a call.
 *
 * @param value - Meta's object of the file
 * @returns undefined when the file has no ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/image (read 2026-03)
 */
export function readFile(value: unknown): MessageMedia | undefined {
	const file = asRecord(value);
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
