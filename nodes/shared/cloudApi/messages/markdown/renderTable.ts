import { toFormatted } from './marks';
import type { MarkdownNode } from './MarkdownNode';
import { renderInline } from './renderInline';

const ALL_SIGNS = '*_~';

/** Writes a table as a list for each of its rows: the first cell in bold, the others below it, each behind the title of its column. */
export function renderTable(table: MarkdownNode): string {
	const [head, ...rows] = table.children.flatMap(({ children }) => children);
	const titles = (head?.children ?? []).map((cell) => renderInline(cell.children, ALL_SIGNS).trim());
	if (rows.length === 0) return titles.filter((title) => title !== '').join(' · ');
	return rows.map((row) => renderRow(titles, row)).filter((text) => text !== '').join('\n\n');
}

function renderRow(titles: readonly string[], row: MarkdownNode): string {
	return row.children
		.flatMap((cell, index) => {
			const value = renderInline(cell.children, index === 0 ? '*' : '').trim();
			if (value === '') return [];
			const title = titles[index] ?? '';
			const line = title === '' ? value : `${title}: ${value}`;
			return [index === 0 ? toFormatted('*', line) : `- ${line}`];
		})
		.join('\n');
}
