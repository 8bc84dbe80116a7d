/** A link or picture of a page: where it leads, and the words or the description that it has. */
export interface PageLink {
	words: string;
	target: string;
}

const withoutBlocks = (page: string) => page.replace(/^( *)```[\s\S]*?^ *```/gm, '');
const withoutCode = (page: string) => withoutBlocks(page).replace(/`[^`\n]*`/g, '');

/** The links and pictures of a page, without what is code. */
export function linksOf(page: string): PageLink[] {
	return [...withoutCode(page).matchAll(/\[([^\][]*)\]\(([^()\s]+)\)/g)].map(([, words = '', target = '']) => ({ words, target }));
}

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(page: string): Set<string> {
	const anchors = new Set<string>();
	for (const [, heading = ''] of withoutBlocks(page).matchAll(/^#{1,6} (.+)$/gm)) {
		const words = heading.replace(/\[([^\][]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-');
		let anchor = slug;
		for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
		anchors.add(anchor);
	}
	return anchors;
}

/** What a page has in bold, and in italics; not its headings, and nothing in code. */
export function emphasisOf(page: string): { bold: string[]; italic: string[] } {
	const text = withoutCode(page).replace(/^#.*$/gm, '');
	const bold = [...text.matchAll(/\*\*([^*\n]+)\*\*/g)].map((match) => match[1] ?? '');
	const italic = [...text.replace(/\*\*[^*\n]+\*\*/g, '').matchAll(/\*([^*\n]+)\*/g)].map((match) => match[1] ?? '');
	return { bold, italic };
}

/** The commands that a page gives: `npm …` and `node …`, in blocks and between backticks. */
export function commandsOf(page: string): string[] {
	const blocks = [...page.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```/gm)].filter(([, language]) => language === '' || language === 'sh');
	const lines = blocks.flatMap(([, , block = '']) => block.split('\n'));
	const spans = [...withoutBlocks(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
	return [...lines, ...spans].flatMap((line) => line.split('&&')).map((line) => line.trim()).filter((line) => /^(npm|node|npx) \S/.test(line));
}
