import { freeFormRefusal } from './freeFormRefusal.ts';
import { checkMembers } from './checkMembers.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/** messages/text-messages, read 2025-12; in code points. */
const BODY_CHARACTERS = 4096;

/**
 * Checks a text message.
 *
 * @throws {GraphError} 131008 without a text, 100 for one that is too long, which is how reports quote Meta
 */
export function checkText({ content }: SentFreeForm): void {
	const { body, preview_url: preview } = content;
	checkMembers(content, 'text', ['body', 'preview_url']);
	if (body === undefined || body === '') throw freeFormRefusal.missing('text.body');
	if (typeof body !== 'string') throw freeFormRefusal.shape("Param text['body'] must be a string.");
	if ([...body].length > BODY_CHARACTERS) {
		throw freeFormRefusal.shape(`Param text['body'] must be at most ${BODY_CHARACTERS} characters long.`);
	}
	if (preview !== undefined && typeof preview !== 'boolean') {
		throw freeFormRefusal.shape("Param text['preview_url'] must be a boolean.");
	}
}
