import type { MarkdownNode } from './MarkdownNode';

/** What is in these is for a browser, not for people. */
const UNSEEN = /^<(script|style)\b/;
const BEGIN = /^<[a-z/!?]/i;

/**
 * Takes a block of HTML apart into its tags and the text between them. Comments, scripts and styles are left out.
 *
 * @param decode - gives text with its entities as characters
 */
export function splitHtml(html: string, decode: (text: string) => string): MarkdownNode[] {
	const nodes: MarkdownNode[] = [];
	const add = (type: string, content: string) => {
		if (content !== '') nodes.push({ type, content: type === 'text' ? decode(content) : content, children: [] });
	};
	// Letter by letter: some other ones become two in lower case.
	const lower = html.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	let textStart = 0;
	for (let at = html.indexOf('<'); at !== -1; ) {
		if (BEGIN.test(html.slice(at, at + 2))) {
			const end = endOfTag(lower, at);
			if (end === -1) break;
			const tag = html.slice(at, end);
			add('text', html.slice(textStart, at));
			if (!tag.startsWith('<!') && !UNSEEN.test(lower.slice(at, end))) add('html_inline', tag);
			textStart = end;
		}
		at = html.indexOf('<', Math.max(textStart, at + 1));
	}
	add('text', html.slice(textStart));
	return nodes;
}

/** Behind the tag, comment, script or style that begins at `at`; -1 where it has no end, and is text then. */
function endOfTag(lower: string, at: number): number {
	if (lower.startsWith('<!--', at)) return behind(lower, '-->', at + '<!--'.length);
	const unseen = UNSEEN.exec(lower.slice(at, at + '<script>'.length))?.[1];
	if (unseen === undefined) return behind(lower, '>', at);
	const close = lower.indexOf(`</${unseen}`, at);
	return close === -1 ? lower.length : behind(lower, '>', close);
}

function behind(html: string, end: string, from: number): number {
	const at = html.indexOf(end, from);
	return at === -1 ? -1 : at + end.length;
}
