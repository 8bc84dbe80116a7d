const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const QUOTES = new Set('\'"`´‘’“”');

/**
 * Takes from an address what came along when it was copied: directions of writing, soft hyphens, joiners and selectors
 * that nobody sees, quotation marks around it, and a sheet's leading apostrophe. Digits of any script and of full width
 * become 0 to 9.
 */
export function tidyAddress(text: string): string {
	const isPlain = /^[\x20-\x7e]*$/.test(text);
	const plain = isPlain ? text : toPlainDigits(text.normalize('NFKC').replace(INVISIBLE, ''));
	return withoutQuotes(plain.trim()).trim();
}

function withoutQuotes(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && QUOTES.has(text.charAt(start))) start += 1;
	while (end > start && QUOTES.has(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

function toPlainDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Unicode lists the ten digits of a script one after the other; where two scripts are neighbours, ten by ten. */
function valueOf(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
	return before % 10;
}
