import { toDocumentName } from '../media/toDocumentName';
import { readMedia } from '../media/readMedia';
import { isMessageFile } from '../media/MessageFile';
import type { CarriedContent, FreeFormMessage, MessageForm } from './FreeFormMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords } from './readWords';

/** A kind of message that is a file. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/**
 * Makes a message that is a picture, a video, a recording, a document or a sticker.
 *
 * @param form - `media` (link, media ID or file), `caption`, `fileName` of a document, `isVoice` of a recording
 * @throws {InvalidInputError} when the file is missing or of a kind that Meta does not take, or the caption is too long
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages (read 2026-05)
 */
export function toMediaMessage(kind: MediaKind, form: MessageForm): FreeFormMessage {
	const isVoice = kind === 'audio' && form.isVoice === true;
	const source = readMedia('File', isVoice ? 'voice' : kind, form.media);
	const hasCaption = kind === 'image' || kind === 'video' || kind === 'document';
	const caption = hasCaption ? readOptionalWords('Caption', form.caption, LONGEST.caption) : undefined;
	const fileName = kind === 'document' ? (readOptionalWords('File Name', form.fileName, LONGEST.caption) ?? toDocumentName(form.media)) : undefined;
	const object = {
		...source,
		...(caption !== undefined && { caption }),
		...(fileName !== undefined && { filename: fileName }),
		...(isVoice && { voice: true }),
	};
	return { payload: { type: kind, [kind]: object }, carried: toCarried(kind, form.media, caption, fileName) };
}

function toCarried(kind: MediaKind, value: unknown, text: string | undefined, fileName: string | undefined): CarriedContent {
	const isCarried = kind === 'image' || kind === 'video' || kind === 'document';
	return {
		...(text !== undefined && { text }),
		...(isCarried && { media: { kind, value: isMessageFile(value) ? value : String(value), ...(fileName !== undefined && { fileName }) } }),
		replies: [],
		others: isCarried ? [] : [kind === 'audio' ? 'the recording' : 'the sticker'],
	};
}
