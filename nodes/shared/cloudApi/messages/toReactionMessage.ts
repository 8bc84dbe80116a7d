import { InvalidInputError } from '../../domain/InvalidInputError';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { readMessageId } from './readMessageId';
import { readOptionalWords } from './readWords';

// Families and flags are one emoji of many parts; nothing longer is one.
const LONGEST_EMOJI = 40;

/**
 * Makes a reaction to a message, or takes one back when there is no emoji.
 *
 * @param form - `messageId` of the message to react to, `emoji`
 * @throws {InvalidInputError} when no message is named, or the emoji is none
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages (read 2026-05)
 */
export function toReactionMessage(form: MessageForm): FreeFormMessage {
	const messageId = readMessageId('Message ID', form.messageId);
	const emoji = readOptionalWords('Emoji', form.emoji, LONGEST_EMOJI)?.trim() ?? '';
	if (emoji !== '' && !isOneEmoji(emoji)) {
		throw new InvalidInputError(
			'Emoji',
			`'Emoji' is not an emoji: ${emoji.slice(0, 20)}`,
			'Give one emoji, or leave it empty to take the reaction back.',
		);
	}
	return { payload: { type: 'reaction', reaction: { message_id: messageId, emoji } }, carried: { replies: [], others: ['the reaction'] } };
}

function isOneEmoji(text: string): boolean {
	// Families and flags are several characters that people see as one.
	const seen = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
	return seen === 1 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3/u.test(text);
}
