import { InvalidInputError } from '../../domain/InvalidInputError';

/** A free-form message that is a text. */
export interface TextMessage {
	text: string;
	/** True when WhatsApp shall show a preview of the first link; false by default. */
	previewUrl?: boolean;
	/** wamid of the message that this one answers; undefined or empty when it answers none. */
	replyTo?: string;
}

/** The part of a send that makes it a text message; spread it into the body beside the address. */
export type TextMessagePayload = {
	type: 'text';
	text: { body: string; preview_url: boolean };
	context?: { message_id: string };
};

/** How long a text message may be; UTF-16 code units. */
const LONGEST_TEXT = 4096;

/**
 * Makes a text message.
 *
 * Up to 4096 characters. Meta does not say how it counts them; this counts as n8n's `.length` does, where an emoji is two
 * or more: a text that passes is short enough either way.
 *
 * @throws {InvalidInputError} when the text is empty or too long, or `replyTo` is not a wamid
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (read 2026-05)
 */
export function toTextMessage({ text, previewUrl = false, replyTo = '' }: TextMessage): TextMessagePayload {
	if (text.trim() === '') {
		throw new InvalidInputError('Text', "'Text' is empty, so nothing was sent.", 'Give the text of the message.');
	}
	if (text.length > LONGEST_TEXT) {
		throw new InvalidInputError(
			'Text',
			`'Text' is ${text.length} characters long; WhatsApp allows ${LONGEST_TEXT}.`,
			'Shorten the text, or send it as two messages.',
		);
	}
	const payload: TextMessagePayload = { type: 'text', text: { body: text, preview_url: previewUrl } };
	const messageId = replyTo.trim();
	return messageId === '' ? payload : { ...payload, context: { message_id: toWamid(messageId) } };
}

function toWamid(messageId: string): string {
	if (/^wamid\.\S+$/.test(messageId)) return messageId;
	throw new InvalidInputError(
		'Reply To',
		`'Reply To' is not the ID of a WhatsApp message: ${messageId.slice(0, 80)}`,
		'Such an ID begins with "wamid"; behind the WhatsApp Session Trigger it is {{ $json.message.id }}.',
	);
}
