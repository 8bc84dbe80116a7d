import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { checkUnique } from '../checkUnique.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';

/** messages/interactive-reply-buttons-messages, read 2025-12. */
const BUTTONS = 3;
const ID_CHARACTERS = 256;
const TITLE_CHARACTERS = 20;

/**
 * Checks reply buttons: one to three, no ID and no title twice.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for a wrong number, a text that is too long or there twice
 */
export function checkReplyButtons({ buttons }: JsonObject): void {
	const at = 'interactive.action.buttons';
	const replies = readList(buttons, { at, most: BUTTONS }).map((button, index) => {
		if (button.type !== 'reply') throw freeFormRefusal.wrong(`${at}[${index}].type`, 'must be reply');
		const reply = toJsonObject(button.reply);
		if (!reply) throw freeFormRefusal.missing(`${at}[${index}].reply`);
		checkTextValue(reply.id, { at: `${at}[${index}].reply.id`, most: ID_CHARACTERS, isRequired: true });
		checkTextValue(reply.title, { at: `${at}[${index}].reply.title`, most: TITLE_CHARACTERS, isRequired: true });
		return reply;
	});
	checkUnique(
		replies.map(({ id }) => id),
		`${at} reply.id`,
	);
	checkUnique(
		replies.map(({ title }) => title),
		`${at} reply.title`,
	);
}
