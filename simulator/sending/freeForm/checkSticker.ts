import { checkFileReference } from './checkFileReference.ts';
import { checkMembers } from './checkMembers.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/**
 * Checks a sticker: a WebP file and nothing else.
 *
 * @throws {GraphError} 100 for a parameter it does not have, and what is wrong with the file
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages (read 2025-12)
 */
export function checkSticker(sent: SentFreeForm): void {
	checkMembers(sent.content, 'sticker', ['id', 'link']);
	checkFileReference(sent.content, 'sticker', 'sticker', sent);
}
