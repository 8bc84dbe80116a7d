/** One place in a text of a template that a value goes into. */
export interface TemplatePlaceholder {
	/** `1`, `2`… or the name of a named variable. */
	name: string;
	/** Where it begins in the text; UTF-16 code units. */
	start: number;
	/** The first position behind it. */
	end: number;
}

const PLACEHOLDER = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Finds the placeholders of a text, `{{1}}` or `{{order_id}}`, each time they occur, in the order of the text. */
export function templatePlaceholders(text: string): TemplatePlaceholder[] {
	return [...text.matchAll(PLACEHOLDER)].map((match) => ({
		name: match[1] ?? '',
		start: match.index,
		end: match.index + match[0].length,
	}));
}
