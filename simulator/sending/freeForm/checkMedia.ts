import { checkFileReference } from './checkFileReference.ts';
import { checkMembers } from './checkMembers.ts';
import { checkTextValue } from './checkTextValue.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/** messages/image-messages, video-messages, document-messages, read 2025-12; in code points. */
const CAPTION_CHARACTERS = 1024;

/**
 * Checks an image, a video or a document.
 *
 * @throws {GraphError} 100 for a parameter the type does not have, 131009 for a caption that is too long, and what is
 * wrong with the file
 */
export function checkMedia(sent: SentFreeForm): void {
	const { type, content } = sent;
	checkMembers(content, type, ['id', 'link', 'caption', ...(type === 'document' ? ['filename'] : [])]);
	checkFileReference(content, type, type, sent);
	checkTextValue(content.caption, { at: `${type}.caption`, most: CAPTION_CHARACTERS });
	checkTextValue(content.filename, { at: `${type}.filename` });
}
