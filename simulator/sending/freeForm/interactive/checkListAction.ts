import type { JsonObject } from '../../../JsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { checkUnique } from '../checkUnique.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { checkSectionTitles } from './checkSectionTitles.ts';

/** messages/interactive-list-messages, read 2025-12; lengths in code points. */
const BUTTON_CHARACTERS = 20;
const SECTIONS = 10;
/** In all sections together. */
const ROWS = 10;
const ID_CHARACTERS = 200;
const TITLE_CHARACTERS = 24;
const DESCRIPTION_CHARACTERS = 72;

/**
 * Checks the button and the rows of a list.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for wrong numbers, texts that are too long or IDs that are there twice
 */
export function checkListAction(action: JsonObject): void {
	const at = 'interactive.action.sections';
	checkTextValue(action.button, { at: 'interactive.action.button', most: BUTTON_CHARACTERS, isRequired: true });
	const sections = readList(action.sections, { at, most: SECTIONS });
	checkSectionTitles(sections, at);
	const rows = sections.flatMap((section, index) => readList(section.rows, { at: `${at}[${index}].rows`, most: ROWS }));
	if (rows.length > ROWS) throw freeFormRefusal.wrong(at, `have ${rows.length} rows, at most ${ROWS} are allowed in total`);
	for (const { id, title, description } of rows) {
		checkTextValue(id, { at: `${at} rows.id`, most: ID_CHARACTERS, isRequired: true });
		checkTextValue(title, { at: `${at} rows.title`, most: TITLE_CHARACTERS, isRequired: true });
		checkTextValue(description, { at: `${at} rows.description`, most: DESCRIPTION_CHARACTERS });
	}
	checkUnique(
		rows.map(({ id }) => id),
		`${at} rows.id`,
	);
}
