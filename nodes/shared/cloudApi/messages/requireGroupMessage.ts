import { InvalidInputError } from '../../domain/InvalidInputError';
import type { MessagePayload } from './FreeFormMessage';

/** Meta's types of the free-form messages that a group takes. */
const TYPES = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker']);

/**
 * Refuses what cannot be sent to a group. Meta names texts and media, and says of interactive messages and commerce that they do not work; of
 * places, contact cards and reactions it says nothing.
 *
 * @throws {InvalidInputError} for every other kind
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (dated 2026-06-16)
 */
export function requireGroupMessage({ type }: MessagePayload): void {
	if (TYPES.has(type)) return;
	throw new InvalidInputError(
		'Message Type',
		`'Message Type' makes a message of the type ${type.slice(0, 40)}, and 'Recipient' is a group, which takes texts and files alone. Nothing was sent.`,
		"Choose Text, Image, Video, Audio, Document or Sticker; or send it to each person of the group by a phone number in 'Recipient'.",
	);
}
