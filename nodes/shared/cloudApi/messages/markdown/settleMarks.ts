import { markOf } from './marks';

/** Stand in for signs that WhatsApp would format by; as like them as Unicode has it. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02CD', '`': '\u02CB' };

/**
 * Decides on the marks of a text: those that format stay where WhatsApp takes them for formatting, at the ends of words, and are
 * left out elsewhere. A sign of the text stays what it is, and is replaced by one that looks like it only where WhatsApp would
 * take it for the beginning or the end of something formatted.
 *
 * @see https://faq.whatsapp.com/539178204879377 "How to format your messages"
 */
export function settleMarks(text: string): string {
	return text.split('\n').map(settleLine).join('\n');
}

function settleLine(line: string): string {
	const chars = [...line];
	const marks = chars.map(markOf);
	if (!marks.some(Boolean)) return line;
	const neighbour = (at: number, step: -1 | 1) => {
		let next = at + step;
		while (marks[next] && marks[next]?.kind !== 'literal') next += step;
		return marks[next]?.sign ?? chars[next];
	};
	const isAtWord = (at: number, step: -1 | 1) => /^[\p{L}\p{N}]/u.test(neighbour(at, step) ?? '');
	const touches = (at: number, step: -1 | 1) => /^\S/.test(neighbour(at, step) ?? '');

	const opens: number[] = [];
	const left = new Set<number>();
	const covers = new Map<number, string>();
	for (const [at, mark] of marks.entries()) {
		if (mark?.kind === 'literal') covers.set(at, opens.map((open) => marks[open]?.sign).join(''));
		if (mark?.kind === 'open') opens.push(at);
		if (mark?.kind !== 'close') continue;
		const open = opens.pop() ?? at;
		if (isAtWord(open, -1) || isAtWord(at, 1)) left.add(open).add(at);
	}
	const ends = new Map<string, { firstOpen: number; lastClose: number; count: number }>();
	const canOpen = (at: number) => marks[at]?.kind === 'open' || (marks[at]?.kind === 'literal' && !isAtWord(at, -1) && touches(at, 1));
	const canClose = (at: number) => marks[at]?.kind === 'close' || (marks[at]?.kind === 'literal' && touches(at, -1) && !isAtWord(at, 1));
	for (const [at, mark] of marks.entries()) {
		if (!mark || left.has(at)) continue;
		const end = ends.get(mark.sign) ?? { firstOpen: Infinity, lastClose: -1, count: 0 };
		if (canOpen(at)) end.firstOpen = Math.min(end.firstOpen, at);
		if (canClose(at)) end.lastClose = at;
		end.count += 1;
		ends.set(mark.sign, end);
	}
	const isTaken = (at: number, sign: string) => {
		const { firstOpen = Infinity, lastClose = -1, count = 0 } = ends.get(sign) ?? {};
		if (sign === '`') return count > 1;
		return covers.get(at)?.includes(sign) === true || (canOpen(at) && lastClose > at) || (canClose(at) && firstOpen < at);
	};
	return chars
		.map((char, at) => {
			const mark = marks[at];
			if (!mark) return char;
			if (left.has(at)) return '';
			return mark.kind === 'literal' && isTaken(at, mark.sign) ? (LOOK_ALIKE[mark.sign] ?? mark.sign) : mark.sign;
		})
		.join('');
}
