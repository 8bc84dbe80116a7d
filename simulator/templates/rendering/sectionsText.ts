import type { RenderedSection } from './RenderedSection.ts';

/**
 * The text that shows a message and its cards: blocks with an empty line between them (header, offer, body, footer, then the
 * buttons and the list, one line each), each card a block of its own.
 */
export function sectionsText([message, ...cards]: readonly RenderedSection[]): string {
	const blocks = [...(message ? blocksOf(message) : []), ...cards.map((card) => blocksOf(card).join('\n'))];
	return blocks.filter((block) => block !== '').join('\n\n');
}

function blocksOf(section: RenderedSection): string[] {
	const { header = '', offer = '', body = '', footer = '' } = section;
	return [header, offer, body, footer, tappableLines(section).join('\n')].filter((block) => block !== '');
}

function tappableLines({ buttons, list }: RenderedSection): string[] {
	const lines = buttons.map(({ text, opens }) => (opens ? `[${text}: ${opens}]` : `[${text}]`));
	if (!list) return lines;
	const groups = list.groups.flatMap(({ title, rows }) => [
		...(title ? [title] : []),
		...rows.map(({ text, description }) => `- ${description ? `${text}: ${description}` : text}`),
	]);
	return [...lines, `[${list.label}]`, ...groups];
}
