import { checkMembers } from './checkMembers.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/** messages/reaction-messages, read 2025-12. */
const TARGET_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** One emoji, also where the sign for its coloured form was left out. Made at run time: the flag is newer than the target. */
const EMOJI = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?)$', 'v');

/**
 * Checks a reaction: one emoji, or an empty text to take the reaction back.
 *
 * @throws {GraphError} 131008 when something is missing, 131009 for what is no emoji, and for a message that is unknown here,
 * older than 30 days or a reaction itself
 */
export function checkReaction({ content, nowMs, findMessage }: SentFreeForm): void {
	const { message_id: messageId, emoji } = content;
	checkMembers(content, 'reaction', ['message_id', 'emoji']);
	if (typeof messageId !== 'string' || messageId === '') throw freeFormRefusal.missing('reaction.message_id');
	if (emoji === undefined) throw freeFormRefusal.missing('reaction.emoji');
	if (typeof emoji !== 'string' || (emoji !== '' && !EMOJI.test(emoji))) {
		throw freeFormRefusal.wrong('reaction.emoji', 'must be one emoji, or empty');
	}
	const target = findMessage(messageId);
	if (!target) throw freeFormRefusal.wrong('reaction.message_id', 'is not a message of this conversation');
	if (target.type === 'reaction') throw freeFormRefusal.wrong('reaction.message_id', 'is a reaction itself');
	if (nowMs - target.atMs > TARGET_DAYS * DAY_MS) {
		throw freeFormRefusal.wrong('reaction.message_id', `is older than ${TARGET_DAYS} days`);
	}
}
