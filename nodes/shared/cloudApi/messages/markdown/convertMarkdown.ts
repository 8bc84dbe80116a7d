import { RESERVED } from './marks';
import { parseMarkdown } from './parseMarkdown';
import { renderBlocks } from './renderBlocks';
import { settleMarks } from './settleMarks';

/** What is longer becomes no message in any case, and is not taken apart; UTF-16 code units. */
const LONGEST_MARKDOWN = 100_000;

/**
 * Gives a text in Markdown, as language models write it, in WhatsApp's own formatting.
 *
 * Bold, italic and struck words, code, lists and quotations become those of WhatsApp. A heading becomes a line in bold, a table a
 * list for each row, a link its words and its whole address, a picture a link; HTML is left out, entities become characters. What
 * only looks like formatting stays text.
 *
 * @param text - Markdown; a text without any comes back as it is, but for the spaces at its ends
 * @returns the text itself where it is of more than 100,000 characters; the empty string where nothing is left for people to read
 * @see https://faq.whatsapp.com/539178204879377 "How to format your messages"
 */
export async function convertMarkdown(text: string): Promise<string> {
	if (text.length > LONGEST_MARKDOWN) return text;
	const blocks = await parseMarkdown(text.replace(RESERVED, '\uFFFD'));
	return settleMarks(renderBlocks(blocks)).trim();
}
