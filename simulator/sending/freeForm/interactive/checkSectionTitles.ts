import type { JsonObject } from '../../../JsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';

/** messages/interactive-list-messages, read 2025-12; in code points. */
const TITLE_CHARACTERS = 24;

/**
 * Checks the titles of sections, which several sections need and a single one does not.
 *
 * @param at - name of the list of sections, as the request spells it
 * @throws {GraphError} 131008 for one that is missing, 131009 for one that is too long
 */
export function checkSectionTitles(sections: readonly JsonObject[], at: string): void {
	sections.forEach(({ title }, index) => {
		const rule = { at: `${at}[${index}].title`, most: TITLE_CHARACTERS };
		checkTextValue(title, sections.length > 1 ? { ...rule, isRequired: true } : rule);
	});
}
