import { checkFileReference } from './checkFileReference.ts';
import { checkMembers } from './checkMembers.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/**
 * Checks an audio message, which has no caption. A voice message needs an OGG file; what is behind a link nobody sees.
 *
 * @throws {GraphError} 100 for a parameter it does not have, 131053 for a voice message in another format, and what is wrong
 * with the file
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages (read 2026-01)
 */
export function checkAudio(sent: SentFreeForm): void {
	const { id, voice } = sent.content;
	checkMembers(sent.content, 'audio', ['id', 'link', 'voice']);
	checkFileReference(sent.content, 'audio', 'audio', sent);
	if (voice !== undefined && typeof voice !== 'boolean') {
		throw freeFormRefusal.shape("Param audio['voice'] must be a boolean.");
	}
	if (voice !== true || id === undefined) return;
	const mimeType = sent.findFile(String(id))?.mimeType ?? '';
	if (!/^audio\/ogg\b/.test(mimeType)) {
		throw freeFormRefusal.media(`A voice message must be an OGG file with the codec Opus; received ${mimeType}`);
	}
}
