import { blocksOf } from './blocksOf';

/** A place of an expression that reads an item. */
export interface Reference {
	/** Where it begins and ends in the text. */
	start: number;
	end: number;
	/** What stands for the item: `$json`, `$('WhatsApp Trigger').item.json`. */
	item: string;
	/** Name of the node that the item is asked of; undefined for the item that comes in. */
	node?: string;
	path: PathStep[];
}

/** One step of a path into an item. */
export interface PathStep {
	/** A name, or a place in a list. */
	key: string;
	isOptional: boolean;
	/** Where it ends in the text. */
	end: number;
}

const NAME = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)")`;
const ITEM = [
	String.raw`\$json\b`,
	String.raw`\$input\.(?:item|first\(\)|last\(\))\.json\b`,
	String.raw`\$\(${NAME}\)\.(?:item|first\(\)|last\(\)|all\(\)\[\d+\]|itemMatching\(\d+\))\.json\b`,
	String.raw`\$node\[${NAME}\]\.json\b`,
	String.raw`\$node\.(\w+)\.json\b`,
	String.raw`\$items\(${NAME}\)\[\d+\]\.json\b`,
].join('|');
const STEP = /(\?\.|\.)?(?:([a-z_$][\w$]*)|\[\s*(?:(\d+)|'([^'\\]*)'|"([^"\\]*)")\s*\])/iy;

/** Finds where the blocks of an expression read items; what stands outside of `{{ }}` is text. */
export function findReferences(text: string): Reference[] {
	return blocksOf(text).flatMap(({ start, end }) => findInBlock(text.slice(start, end), start));
}

function findInBlock(block: string, offset: number): Reference[] {
	return [...block.matchAll(new RegExp(ITEM, 'g'))].flatMap((match) => {
		const [item, ...names] = match;
		if (isPartOfName(block.slice(Math.max(match.index - 3, 0), match.index))) return [];
		const start = match.index + offset;
		const path = readPath(block, match.index + item.length).map((step) => ({ ...step, end: step.end + offset }));
		const node = names.find((name) => name !== undefined)?.replace(/\\(.)/g, '$1');
		return [{ start, end: path.at(-1)?.end ?? start + item.length, item, path, ...(node !== undefined && { node }) }];
	});
}

/** Whether what stands before makes it the end of a longer name, or a member; three dots spread it. */
function isPartOfName(before: string): boolean {
	return /[\w$]$/.test(before) || (before.endsWith('.') && before !== '...');
}

function readPath(text: string, from: number): PathStep[] {
	const path: PathStep[] = [];
	for (let at = from; ; at = STEP.lastIndex) {
		STEP.lastIndex = at;
		const match = STEP.exec(text);
		const [, dot, name, place, single, double] = match ?? [];
		// A name without a dot, and a bracket behind a plain dot, are no step.
		if (!match || (name === undefined ? dot === '.' : dot === undefined)) return path;
		path.push({ key: name ?? place ?? single ?? double ?? '', isOptional: dot === '?.', end: STEP.lastIndex });
	}
}
