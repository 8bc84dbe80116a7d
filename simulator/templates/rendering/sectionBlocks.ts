import type { RenderedSection } from './RenderedSection.ts';

/** The blocks of a text that shows a section: header, offer, body, footer, then its buttons and its list, one line each. */
export function sectionBlocks({ header = '', offer = '', body = '', footer = '', buttons, list }: RenderedSection): string[] {
	const lines = buttons.map(({ text, opens }) => (opens ? `[${text}: ${opens}]` : `[${text}]`));
	const listLines = (list?.groups ?? []).flatMap(({ title, rows }) => [
		...(title ? [title] : []),
		...rows.map(({ text, description }) => `- ${description ? `${text}: ${description}` : text}`),
	]);
	if (list) lines.push(`[${list.label}]`, ...listLines);
	return [header, offer, body, footer, lines.join('\n')].filter((block) => block !== '');
}
