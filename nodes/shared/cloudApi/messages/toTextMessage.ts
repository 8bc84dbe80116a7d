import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { LONGEST } from './messageLimits';
import { readWords } from './readWords';

/**
 * Makes a text message.
 *
 * @param form - `text`, and `previewUrl`: whether WhatsApp shows a preview of the first link, false by default
 * @throws {InvalidInputError} when the text is empty or too long
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (read 2026-05)
 */
export function toTextMessage(form: MessageForm): FreeFormMessage {
	const body = readWords('Text', form.text, LONGEST.text);
	const payload = { type: 'text', text: { body, preview_url: form.previewUrl === true } };
	return { payload, carried: { text: body, replies: [], others: [] } };
}
