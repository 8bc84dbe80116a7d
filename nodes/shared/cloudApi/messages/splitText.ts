import { codeBlocks, FENCE, unbrokenSpans, type Span } from './unbrokenSpans';

/** How good a place is to cut a text at; 0 where it must not be cut. */
const GRAPHEME = 1;
const WORD = 2;
const SENTENCE = 3;
const LINE = 4;
const PARAGRAPH = 5;

const segmenters = {
	grapheme: new Intl.Segmenter('und', { granularity: 'grapheme' }),
	word: new Intl.Segmenter('und', { granularity: 'word' }),
	sentence: new Intl.Segmenter('und', { granularity: 'sentence' }),
};

/**
 * Splits a long text into parts that are short enough: at the ends of paragraphs, where one is too long at the ends of lines, then
 * of sentences, then of words, and else between two characters, never within one.
 *
 * Links, formatted words, numbers of a list and blocks of code stay whole where they fit into a part. A block of code that does not
 * is closed at the end of a part and opened again in the next one.
 *
 * @param longest - how long a part may be; UTF-16 code units
 * @returns the parts in order, without white space at their ends; the text itself when it is short enough
 */
export function splitText(text: string, longest: number): string[] {
	if (text.length <= longest) return [text];
	const blocks = codeBlocks(text).filter(({ start, end }) => end - start > longest);
	const room = longest - (blocks.length > 0 ? 2 * `${FENCE}\n`.length : 0);
	return pack(text, piecesOf(text, room), room)
		.map((part) => toPart(text, part, blocks))
		.filter((part) => part !== '');
}

/** Puts pieces together as long as they fit; white space at the end of a part does not count. */
function pack(text: string, pieces: Span[], room: number): Span[] {
	const parts: Span[] = [];
	for (const piece of pieces) {
		const current = parts.at(-1);
		const contentEnd = piece.start + text.slice(piece.start, piece.end).trimEnd().length;
		if (current && (contentEnd === piece.start || contentEnd - current.start <= room)) current.end = piece.end;
		else parts.push({ ...piece });
	}
	return parts;
}

/** What may not be torn apart; a piece that is too long is taken apart at the next worse kind of place, in the end within a span. */
function piecesOf(text: string, room: number): Span[] {
	const everywhere = rateCuts(text);
	// The backticks of a block stay with its first and its last character, or an empty block would be left.
	for (const edge of codeBlocks(text).flatMap((block) => edgesOf(text, block))) everywhere.fill(0, edge.start, edge.end);
	const outside = everywhere.slice();
	for (const { start, end } of unbrokenSpans(text)) outside.fill(0, start + 1, end);
	const steps = [outside, everywhere].flatMap((cuts) => [PARAGRAPH, LINE, SENTENCE, WORD, GRAPHEME].map((least) => ({ cuts, least })));
	let pieces: Span[] = [{ start: 0, end: text.length }];
	for (const { cuts, least } of steps) {
		pieces = pieces.flatMap((piece) => {
			const isShort = text.slice(piece.start, piece.end).trimEnd().length <= room;
			return isShort ? [piece] : cutAt(piece, (at) => (cuts[at] ?? 0) >= least);
		});
	}
	return pieces;
}

function edgesOf(text: string, { start, end }: Span): Span[] {
	const inner = text.slice(start + FENCE.length, end - FENCE.length);
	const contentStart = end - FENCE.length - inner.trimStart().length;
	const contentEnd = start + FENCE.length + inner.trimEnd().length;
	return [{ start: start + 1, end: contentStart + 1 }, { start: contentEnd, end }];
}

function cutAt({ start, end }: Span, isCut: (at: number) => boolean): Span[] {
	const pieces: Span[] = [];
	let from = start;
	for (let at = start + 1; at <= end; at += 1) {
		if (at < end && !isCut(at)) continue;
		pieces.push({ start: from, end: at });
		from = at;
	}
	return pieces;
}

/** Rates each place of a text, by the index of the character behind it. */
function rateCuts(text: string): Uint8Array {
	const cuts = new Uint8Array(text.length);
	for (const { index } of segmenters.grapheme.segment(text)) cuts[index] = GRAPHEME;
	const raise = (at: number, rating: number) => (cuts[at] = cuts[at] === 0 ? 0 : rating);
	let isBehindWord = false;
	for (const { index, isWordLike = false } of segmenters.word.segment(text)) {
		// Two words meet without a space in scripts that have none.
		if ((isBehindWord && isWordLike) || /\s/.test(text.charAt(index - 1))) raise(index, WORD);
		isBehindWord = isWordLike;
	}
	for (const { index } of segmenters.sentence.segment(text)) raise(index, SENTENCE);
	for (const { 0: breaks, index } of text.matchAll(/\n(?:[^\S\n]*\n)*/g)) {
		raise(index + breaks.length, breaks.includes('\n', 1) ? PARAGRAPH : LINE);
	}
	return cuts;
}

/** Writes a part down; where it begins or ends within a block of code, that is opened or closed, and its indentation stays. */
function toPart(text: string, { start, end }: Span, blocks: Span[]): string {
	const content = text.slice(start, end).trimEnd();
	if (content === '') return '';
	const around = (at: number) => blocks.find((block) => at > block.start && at < block.end);
	const [opened, closed] = [around(start), around(start + content.length)];
	// A block whose backticks stand in lines of their own keeps them there.
	const lineOf = (block: Span) => (text.charAt(block.start + FENCE.length) === '\n' ? '\n' : '');
	const begin = opened ? `${FENCE}${lineOf(opened)}${content.replace(/^\n/, '')}` : content.trimStart();
	return closed ? `${begin}${lineOf(closed)}${FENCE}` : begin;
}
