/** From its first character to behind its last one; UTF-16 code units. */
export interface Span {
	start: number;
	end: number;
}

// Before a number or an initial, a sentence does not end there; others only lose a place where it might.
const ABBREVIATIONS = String.raw`Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Sra|Dra|Mme|Mlle|Hr|Fr|Nr|No|vs|ca|approx|Tel|Str|Dipl|Ing|bzw|etc|e\.g|i\.e|z\.B|\p{Lu}`;
const PATTERNS = [
	/(?:https?:\/\/|www\.)\S+/giu,
	// What WhatsApp formats begins and ends at a word, within one line (faq.whatsapp.com, "How to format your messages").
	/(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*\n]+(?<=\S)\*(?![\p{L}\p{N}])/gu,
	/(?<![\p{L}\p{N}_])_(?=[^\s_])[^_\n]+(?<=\S)_(?![\p{L}\p{N}])/gu,
	/(?<![\p{L}\p{N}~])~(?=[^\s~])[^~\n]+(?<=\S)~(?![\p{L}\p{N}])/gu,
	/(?<!`)`[^`\n]+`(?!`)/gu,
	// A marker of a list and the first word behind it.
	/^(?:\d{1,4}[.)]|[-*•])[^\S\n]+\S+/gmu,
	new RegExp(String.raw`(?<![\p{L}\p{N}.])(?:${ABBREVIATIONS})\.[^\S\n]+\S+`, 'gu'),
];

/** Lists what reads as one and is better not torn: links, formatted words, numbers of a list, titles with their name. */
export function unbrokenSpans(text: string): Span[] {
	const found = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)]);
	return [...found.map(({ 0: words, index }) => ({ start: index, end: index + words.length })), ...codeBlocks(text)];
}

/** Lists blocks of code with the three backticks around them; one that is not closed is none. */
export function codeBlocks(text: string): Span[] {
	const blocks: Span[] = [];
	for (let start = text.indexOf(FENCE); start !== -1; ) {
		const close = text.indexOf(FENCE, start + FENCE.length);
		if (close === -1) break;
		const end = close + FENCE.length;
		blocks.push({ start, end });
		start = text.indexOf(FENCE, end);
	}
	return blocks;
}

/** Stands before and behind a block of code. */
export const FENCE = '```';
