const STEPS = (['sentence', 'word', 'grapheme'] as const).map((granularity) => new Intl.Segmenter('und', { granularity }));

/**
 * Splits a long text into parts that are short enough, as few as possible: at the ends of sentences and lines, where one
 * sentence is too long at the ends of words, and else between two characters, never within one.
 *
 * @param longest - how long a part may be; UTF-16 code units
 * @returns the parts in order, without white space at their ends; the text itself when it is short enough
 */
export function splitText(text: string, longest: number): string[] {
	if (text.length <= longest) return [text];
	return pack(text, longest, 0)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function pack(text: string, longest: number, step: number): string[] {
	const parts: string[] = [];
	let current = '';
	for (const piece of piecesOf(text, longest, step)) {
		if ((current + piece).trimEnd().length > longest) {
			parts.push(current);
			current = '';
		}
		current += piece;
	}
	return [...parts, current];
}

/** What may not be torn apart at this step; a piece that is too long is taken apart at the next one. */
function piecesOf(text: string, longest: number, step: number): string[] {
	const segmenter = STEPS[step];
	if (!segmenter) return [text];
	return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap((segment) =>
		segment.trimEnd().length > longest ? piecesOf(segment, longest, step + 1) : [segment],
	);
}
