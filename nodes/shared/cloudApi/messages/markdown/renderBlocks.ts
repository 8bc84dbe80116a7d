import { FENCE } from '../unbrokenSpans';
import { toFormatted } from './marks';
import type { MarkdownNode } from './MarkdownNode';
import { renderInline } from './renderInline';
import { renderTable } from './renderTable';

const LISTS = new Set(['bullet_list', 'ordered_list']);

/** Writes paragraphs, headings, lists, quotations, code and tables as WhatsApp has them, with marks to be settled. */
export function renderBlocks(blocks: readonly MarkdownNode[]): string {
	return blocks.reduce((text, block) => {
		const rendered = renderBlock(block);
		if (text === '' || rendered === '') return text + rendered;
		// What follows without an empty line does so on the phone as well.
		return `${text}${block.isApart ? '\n\n' : '\n'}${rendered}`;
	}, '');
}

function renderBlock(block: MarkdownNode): string {
	const { type, children, content } = block;
	switch (type) {
		case 'heading':
			return toFormatted('*', renderInline(children, '*'));
		case 'fence':
		case 'code_block':
			return `${FENCE}\n${content.replace(/\n$/, '').replaceAll(FENCE, '\u02CB\u02CB\u02CB')}\n${FENCE}`;
		case 'bullet_list':
		case 'ordered_list':
			return renderList(block);
		case 'blockquote':
			return outsideCode(renderBlocks(children), (line) => (line.trim() === '' || line.startsWith('> ') ? line : `> ${line}`));
		case 'hr':
			return '———';
		case 'table':
			return renderTable(block);
		case 'html_block':
			return tidy(renderInline(children));
		default:
			return renderInline(children);
	}
}

function renderList({ type, children, start = 1 }: MarkdownNode): string {
	return children
		.map((item, index) => {
			const marker = type === 'ordered_list' ? `${start + index}.` : '-';
			return `${marker} ${item.children.map(renderInItem).join('\n')}`.trimEnd();
		})
		.join('\n');
}

function renderInItem(block: MarkdownNode): string {
	const text = renderBlock(block);
	return LISTS.has(block.type) ? outsideCode(text, (line) => `  ${line}`) : text;
}

/** Changes every line but those of code. */
function outsideCode(text: string, change: (line: string) => string): string {
	let isCode = false;
	return text
		.split('\n')
		.map((line) => {
			const isFence = line === FENCE;
			if (isFence) isCode = !isCode;
			return isFence || isCode ? line : change(line);
		})
		.join('\n');
}

function tidy(text: string): string {
	const lines = text.split('\n').map((line) => line.trim());
	return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n').trim();
}
