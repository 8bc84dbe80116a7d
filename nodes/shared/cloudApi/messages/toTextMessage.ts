import type { FreeFormMessage, MessageForm, MessagePayload } from './FreeFormMessage';
import { LONGEST, MOST } from './messageLimits';
import { readWords } from './readWords';
import { splitText } from './splitText';

/**
 * Makes a text message.
 *
 * @param form - `text`, and `previewUrl`: whether WhatsApp shows a preview of the first link, false by default,
 * and `splitsText`: whether a text that is too long becomes several messages, false by default
 * @throws {InvalidInputError} when the text is empty, or too long for one message or for the most that it may become
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (read 2026-05)
 */
export function toTextMessage(form: MessageForm): FreeFormMessage {
	const splits = form.splitsText === true;
	const text = readWords('Text', form.text, splits ? LONGEST.text * MOST.textParts : LONGEST.text);
	const [payload, ...rest] = splitText(text, LONGEST.text).map((body): MessagePayload => {
		return { type: 'text', text: { body, preview_url: form.previewUrl === true } };
	});
	return { payload: payload as MessagePayload, ...(rest.length > 0 && { rest }), carried: { text, replies: [], others: [] } };
}
