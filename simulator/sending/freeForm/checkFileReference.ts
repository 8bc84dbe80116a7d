import type { JsonObject } from '../../JsonObject.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/**
 * MIME types that a message type can carry; a document may be anything.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
const MIME_TYPES: Readonly<Record<string, RegExp>> = {
	image: /^image\/(jpeg|png)\b/,
	video: /^video\/(mp4|3gpp?)\b/,
	audio: /^audio\/(aac|amr|mpeg|mp4|ogg|opus)\b/,
	sticker: /^image\/webp\b/,
	document: /^/,
};

/**
 * Checks which file a message brings: exactly one of `id` and `link`. A link is taken unseen.
 *
 * @param file - the object with `id` or `link`
 * @param mediaType - `image`, `video`, `audio`, `document` or `sticker`
 * @param at - name of the object, as the request spells it
 * @throws {GraphError} 131008 for neither, 131009 for both, for a link that is none and for an ID that is unknown or has
 * expired, 131053 for a file of another kind
 */
export function checkFileReference(
	{ id, link }: JsonObject,
	mediaType: string,
	at: string,
	{ findFile }: Pick<SentFreeForm, 'findFile'>,
): void {
	if (id === undefined && link === undefined) throw freeFormRefusal.missing(`${at}.id or ${at}.link`);
	if (id !== undefined && link !== undefined) throw freeFormRefusal.wrong(at, 'must have only one of id and link');
	if (link !== undefined) {
		if (!/^https?:\/\/\S+$/.test(String(link))) throw freeFormRefusal.wrong(`${at}.link`, 'is not a valid URL');
		return;
	}
	const file = findFile(String(id));
	if (!file) throw freeFormRefusal.wrong(`${at}.id`, `${String(id)} is not a media ID of this account, or it has expired`);
	if (MIME_TYPES[mediaType]?.test(file.mimeType)) return;
	throw freeFormRefusal.media(`A file of the type ${file.mimeType} cannot be sent as ${mediaType}`);
}
