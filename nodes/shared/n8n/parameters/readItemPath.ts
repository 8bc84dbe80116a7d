import { isSafeObjectProperty } from 'n8n-workflow';

const NAME = String.raw`[A-Za-z_$][\w$]*`;
// No backslash, which would be an escape; no brace, at which n8n splits an expression; no line break, which it refuses.
const DOUBLE_QUOTED = String.raw`"([^"\\{}\n\r\u2028\u2029]*)"`;
const SINGLE_QUOTED = String.raw`'([^'\\{}\n\r\u2028\u2029]*)'`;
const STEP = new RegExp(String.raw`\.(${NAME})|\[${DOUBLE_QUOTED}\]|\[${SINGLE_QUOTED}\]`, 'g');
const PLAIN_PATH = new RegExp(String.raw`^=\{\{[ \t\r\n]*\$json((?:${STEP.source})+)[ \t\r\n]*\}\}$`);

/**
 * Recognises a parameter that is nothing but a plain path into the item.
 *
 * @param raw - the parameter as it is stored, for example `={{ $json.order["order no"] }}`
 * @returns the names along the path; undefined when the value is anything else, or a path that n8n does not simply follow
 */
export function toItemPath(raw: unknown): string[] | undefined {
	const path = typeof raw === 'string' ? PLAIN_PATH.exec(raw)?.[1] : undefined;
	if (path === undefined || path.includes('constructor')) return undefined;
	const steps = [...path.matchAll(STEP)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
	return steps.every(isFollowed) ? steps : undefined;
}

/** n8n's engine refuses some names and takes others for something else; it is the one to say so. */
function isFollowed(step: string): boolean {
	return step !== '$' && isSafeObjectProperty(step) && !(step in Object.prototype);
}

/**
 * Follows a plain path through an item, by own properties only.
 *
 * @returns the value where it is text, a finite number, a boolean, null or missing from its object; undefined where only
 * n8n's own engine knows what the expression means: a path through something that is no plain object, or any other value
 */
export function readItemPath(item: unknown, path: string[]): { value: unknown } | undefined {
	let current: unknown = item;
	for (const [depth, step] of path.entries()) {
		if (!isPlainObject(current)) return undefined;
		if (!Object.hasOwn(current, step)) return depth === path.length - 1 ? { value: undefined } : undefined;
		current = current[step];
	}
	const isPlainValue =
		current === null || current === undefined || ['string', 'boolean'].includes(typeof current) || Number.isFinite(current);
	return isPlainValue ? { value: current } : undefined;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
