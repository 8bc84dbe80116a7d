/** One `{{ … }}` of an expression. */
export interface ExpressionBlock {
	start: number;
	/** After its last brace. */
	end: number;
}

/** Finds the blocks of an expression as n8n does: each ends at the first `}}` behind its `{{`. */
export function blocksOf(text: string): ExpressionBlock[] {
	const blocks: ExpressionBlock[] = [];
	for (let start = text.indexOf('{{'); start !== -1; start = text.indexOf('{{', blocks.at(-1)?.end)) {
		const close = text.indexOf('}}', start + 2);
		if (close === -1) break;
		blocks.push({ start, end: close + 2 });
	}
	return blocks;
}
