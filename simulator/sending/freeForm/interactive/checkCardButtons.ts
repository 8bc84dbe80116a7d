import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { checkUnique } from '../checkUnique.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { checkUrlButton } from './checkUrlButton.ts';

/** messages/interactive-media-carousel-messages, read 2026-05-21. */
const ID_CHARACTERS = 20;
const TITLE_CHARACTERS = 20;

/**
 * Checks the buttons of one card: one that opens an address, or quick replies, of which Meta names no most.
 *
 * @param at - name of the card's action, as the request spells it
 * @returns kind and number of the buttons in words, which must be the same on every card
 * @throws {GraphError} 131008 for what is missing, 131009 for what is too long or there twice
 */
export function checkCardButtons(action: JsonObject, at: string): string {
	if (action.buttons === undefined) {
		checkUrlButton(action);
		return 'a URL button';
	}
	if (action.name !== undefined) throw freeFormRefusal.wrong(at, 'must have a URL button or quick replies, not both');
	const replies = readList(action.buttons, { at: `${at}.buttons` }).map((button) => {
		if (button.type !== 'quick_reply') throw freeFormRefusal.wrong(`${at}.buttons type`, 'must be quick_reply');
		const reply = toJsonObject(button.quick_reply);
		checkTextValue(reply?.id, { at: `${at}.buttons quick_reply.id`, most: ID_CHARACTERS, isRequired: true });
		checkTextValue(reply?.title, { at: `${at}.buttons quick_reply.title`, most: TITLE_CHARACTERS, isRequired: true });
		return reply;
	});
	checkUnique(
		replies.map((reply) => reply?.id),
		`${at}.buttons quick_reply.id`,
	);
	return `${replies.length} quick replies`;
}
