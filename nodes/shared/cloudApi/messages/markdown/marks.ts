/**
 * Marks while a text is put together: what formats, and what only looks like it. Which of them stay is decided when the whole line
 * is known; see `settleMarks`. They are noncharacters of Unicode, which no text has.
 */
const MARKS = ['*', '_', '~', '`'];
const LITERAL = 0xfdd0;
const OPEN = 0xfdd4;
const CLOSE = 0xfdd8;

/** A mark in a text that is being put together. */
export interface Mark {
	kind: 'literal' | 'open' | 'close';
	/** How WhatsApp writes it. */
	sign: string;
}

/** What the marks take, so that a text that is to be converted must not have it. */
export const RESERVED = /[\uFDD0-\uFDDB]/g;

/** Reads a mark; undefined for every other character. */
export function markOf(char: string | undefined): Mark | undefined {
	const code = char?.charCodeAt(0) ?? 0;
	if (code < LITERAL || code >= CLOSE + MARKS.length) return undefined;
	const kind = code >= CLOSE ? 'close' : code >= OPEN ? 'open' : 'literal';
	return { kind, sign: MARKS[(code - LITERAL) % MARKS.length] ?? '' };
}

/** Gives text in which what WhatsApp would take for formatting is marked as text; a link in it stays whole. */
export function toLiteral(text: string): string {
	return text.replace(/https?:\/\/\S+|[*_`]/gi, (found) => (found.length > 1 ? found : String.fromCharCode(LITERAL + MARKS.indexOf(found))));
}

/** Puts a text between marks, line by line, since WhatsApp formats within one line, and without the spaces at its ends. */
export function toFormatted(sign: string, text: string): string {
	const at = MARKS.indexOf(sign);
	const [open, close] = [String.fromCharCode(OPEN + at), String.fromCharCode(CLOSE + at)];
	const format = (line: string) => {
		const words = line.trim();
		return words === '' ? line : line.replace(words, () => `${open}${words}${close}`);
	};
	return text.split('\n').map(format).join('\n');
}
