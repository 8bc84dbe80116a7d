/** One thing of a Markdown text, with what is in it. */
export interface MarkdownNode {
	/** As markdown-it calls it, without `_open`: `paragraph`, `bullet_list`, `strong`, `link`, `text`… */
	type: string;
	/** The text of what has no children; empty for all others. */
	content: string;
	children: MarkdownNode[];
	/** Where a link leads, and where a picture is; undefined for all others. */
	url?: string;
	/** The number that an ordered list begins with; 1 where it is undefined. */
	start?: number;
	/** Whether an empty line stands before it; undefined for no. */
	isApart?: boolean;
}
