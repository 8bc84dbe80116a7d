import { FENCE } from '../unbrokenSpans';
import { toFormatted, toLiteral } from './marks';
import type { MarkdownNode } from './MarkdownNode';
import { readTag } from './readTag';

const SIGNS: Readonly<Record<string, string>> = { strong: '*', em: '_', s: '~' };

/**
 * Writes what stands within lines as WhatsApp has it, with marks to be settled.
 *
 * @param within - the signs that are around it already; what they format is not formatted twice
 */
export function renderInline(nodes: readonly MarkdownNode[], within = ''): string {
	/** Where the links that HTML has opened lead. */
	const links: string[] = [];
	return nodes.map((node) => (node.type === 'html_inline' ? renderTag(node.content, links) : renderNode(node, within))).join('');
}

function renderNode(node: MarkdownNode, within: string): string {
	const { type, content, children, url = '' } = node;
	const sign = SIGNS[type];
	if (sign !== undefined) {
		return within.includes(sign) ? renderInline(children, within) : toFormatted(sign, renderInline(children, within + sign));
	}
	if (type === 'softbreak' || type === 'hardbreak') return '\n';
	if (type === 'code_inline') return renderCode(content);
	if (type === 'link') return renderLink(renderInline(children, within), toPlain(children), url);
	if (type === 'image') return renderLink(toLiteral(content), content, url);
	return toLiteral(content);
}

/** Three backticks around what has one itself; what has three cannot be written as code. */
function renderCode(code: string): string {
	if (!code.includes('`')) return `\`${code}\``;
	return code.includes(FENCE) || code.startsWith('`') || code.endsWith('`') ? toLiteral(code) : `${FENCE}${code}${FENCE}`;
}

/** The words, and the address behind them where they are not the address themselves. */
function renderLink(label: string, words: string, url: string): string {
	const address = url.replace(/^(?:mailto|tel):/i, '');
	if (address.startsWith('#') || /^data:/i.test(address) || address === '') return label;
	if (words.trim() === '') return address;
	return bare(words) === bare(address) ? address : `${label} (${address})`;
}

function bare(address: string): string {
	return address.trim().replace(/^https?:\/\//i, '').replace(/\/$/, '').toLowerCase();
}

function toPlain(nodes: readonly MarkdownNode[]): string {
	return nodes.map(({ content, children }) => content + toPlain(children)).join('');
}

function renderTag(tag: string, links: string[]): string {
	const { name, isEnd, attributes } = readTag(tag);
	if (name === 'a' && !isEnd) links.push(attributes.href ?? '');
	if (name === 'a' && isEnd) {
		const url = links.pop() ?? '';
		return url === '' || url.startsWith('#') ? '' : ` (${url})`;
	}
	if (name === 'img') return renderLink(toLiteral(attributes.alt ?? ''), attributes.alt ?? '', attributes.src ?? '');
	if (name === 'br' || (isEnd && /^(?:p|div|li|tr|h[1-6])$/.test(name))) return '\n';
	if (isEnd && /^t[dh]$/.test(name)) return ' ';
	return name === 'li' ? '- ' : '';
}
