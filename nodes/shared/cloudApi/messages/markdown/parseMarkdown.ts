import type { MarkdownNode } from './MarkdownNode';
import { splitHtml } from './splitHtml';

/** A token of markdown-it, as far as it is read. */
interface Token {
	type: string;
	nesting: number;
	content: string;
	children: Token[] | null;
	map: [number, number] | null;
	attrGet(name: string): string | number | null;
}

interface Parser {
	parse(text: string, environment: object): Token[];
	utils: { unescapeAll(text: string): string };
}

/** A line without words, also within a quotation. */
const EMPTY = /^[>\s]*$/;

/** What is loaded once, and only where Markdown is converted. */
let loaded: Promise<Parser> | undefined;

/**
 * Reads Markdown as CommonMark has it, with the tables and struck words of GitHub, and gives it as a tree. Entities are
 * decoded; links that stand in the text as they are count as links; addresses stay as they are written.
 *
 * @see https://spec.commonmark.org/0.31.2
 */
export async function parseMarkdown(text: string): Promise<MarkdownNode[]> {
	loaded ??= loadParser();
	const parser = await loaded;
	return toTree({ parser, lines: text.split(/\r\n?|\n/) }, parser.parse(text, {}));
}

async function loadParser(): Promise<Parser> {
	const { default: MarkdownIt } = await import('markdown-it');
	const parser = new MarkdownIt({ html: true, linkify: true });
	// Only what says https:// itself: the name of a file, as in `index.js`, is no link.
	parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
	parser.normalizeLink = (url: string) => url.replace(/\s/g, (space) => encodeURIComponent(space));
	parser.normalizeLinkText = (url: string) => url;
	return parser as unknown as Parser;
}

/** What a tree is made with. */
interface Reading {
	parser: Parser;
	lines: string[];
}

function toTree(reading: Reading, tokens: Token[]): MarkdownNode[] {
	const top: MarkdownNode[] = [];
	const open = [top];
	for (const token of tokens) {
		const siblings = open.at(-1) ?? top;
		if (token.nesting < 0) open.pop();
		else if (token.type === 'inline') siblings.push(...toTree(reading, token.children ?? []));
		else {
			const node = toNode(reading, token);
			siblings.push(node);
			if (token.nesting > 0) open.push(node.children);
		}
	}
	return top;
}

function toNode({ parser, lines }: Reading, token: Token): MarkdownNode {
	const url = token.attrGet('href') ?? token.attrGet('src');
	const start = token.attrGet('start');
	const isHtml = token.type === 'html_block';
	return {
		type: token.type.replace(/_open$/, ''),
		content: token.content,
		children: isHtml ? splitHtml(token.content, (text) => parser.utils.unescapeAll(text)) : [],
		...(url !== null && { url: String(url) }),
		...(start !== null && { start: Number(start) }),
		...(token.map && EMPTY.test(lines[token.map[0] - 1] ?? '') && { isApart: true }),
	};
}
