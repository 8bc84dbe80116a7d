/** A tag of HTML. */
export interface HtmlTag {
	/** In lower case; empty for what is no tag, for example a comment. */
	name: string;
	isEnd: boolean;
	/** By their names in lower case. */
	attributes: Readonly<Record<string, string>>;
}

/** Reads a tag from its `<` to its `>`. */
export function readTag(tag: string): HtmlTag {
	const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
	const found = tag.matchAll(/\s(href|src|alt)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
	const attributes = [...found].map(([, key = '', double, single, bare]) => [key.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')]);
	return { name: name.toLowerCase(), isEnd: slash === '/', attributes: Object.fromEntries(attributes) as Record<string, string> };
}
