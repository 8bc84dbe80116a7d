import { parseLink } from '../../domain/parseLink';
import { isMessageFile } from './MessageFile';
import { endingOf } from './fileEndings';
import { toUploadName } from './toUploadName';

/**
 * Names a document on the phone where the builder gave it no name: as the file of the item, else as its field with the ending of its
 * type, else as the end of its link. By the ending the phone knows what opens it.
 *
 * @param media - link, media ID or file
 * @returns undefined for a media ID, and a link whose end is no name
 */
export function toDocumentName(media: unknown): string | undefined {
	if (isMessageFile(media)) return toUploadName(media);
	const link = typeof media === 'string' ? parseLink(media.trim()) : undefined;
	const name = decode(link?.pathname.split('/').at(-1) ?? '');
	return endingOf(name) === undefined ? undefined : name;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
