/** What is left of an expression that gave no text, however it stands there. */
const ALWAYS = /\[object [A-Z][A-Za-z]*\]|%5Bobject%20[A-Z][A-Za-z]*%5D|(?<![\p{L}\p{N}])Invalid Date(?:Time)?(?![\p{L}\p{N}])|\{\{\s*\$[a-z(]/u;
/** Words of JavaScript for a missing value; a name like Null and a word like undefined-behavior are others. */
const WORDS = /(?<![\p{L}\p{N}_]|non-)(?:undefined|null|NaN)(?![\p{L}\p{N}_]|-\p{L})/gu;
const QUOTES = /["'“”„‘’‚«»‹›]/;
/** Where `null` is a word of English, German or Norwegian. */
const AFTER_WORD_NULL = /^ (?:and void|und nichtig|Uhr|Grad|Euro|Cent|Prozent|Komma|grader|kroner|prosent)(?!\p{L})/u;

/**
 * Finds what an expression leaves in a text when it has found nothing or went wrong: `undefined`, `null`, `NaN`,
 * `[object Object]`, `Invalid DateTime`, or itself, where it was not evaluated.
 *
 * These are found alone and within a text, by their exact spelling and as whole words. What stands in quotation marks or is formatted as
 * code is talked about, and `null and void` is meant.
 *
 * @param value - a text; or a list or an object, whose texts are looked at one by one
 * @returns the first one as it stands there; undefined when there is none
 */
export function findFailedWord(value: unknown): string | undefined {
	if (typeof value === 'string') return findInText(value);
	if (typeof value !== 'object' || value === null) return undefined;
	for (const part of Object.values(value)) {
		const found = findFailedWord(part);
		if (found !== undefined) return found;
	}
	return undefined;
}

function findInText(text: string): string | undefined {
	const plain = text.includes('`') ? outside(outside(text, '```'), '`') : text;
	const always = ALWAYS.exec(plain);
	if (always) return always[0].startsWith('{{') ? plain.slice(always.index, always.index + 20) : always[0];
	for (const { 0: word, index } of plain.matchAll(WORDS)) {
		const after = plain.slice(index + word.length, index + word.length + 20);
		const isQuoted = QUOTES.test(plain.charAt(index - 1)) && QUOTES.test(after.charAt(0));
		if (!isQuoted && !(word === 'null' && AFTER_WORD_NULL.test(after))) return word;
	}
	return undefined;
}

/** What stands outside of pairs of a mark; behind one without a partner everything does. */
function outside(text: string, mark: string): string {
	const pieces = text.split(mark);
	return pieces.filter((_, index) => index % 2 === 0 || index === pieces.length - 1).join(' ');
}
