import { createHash, type Hash } from 'node:crypto';

const CHUNK_LENGTH = 65_536;

/** A JSON value that is still to be read, or a sign that goes between two of them. */
type Pending = { sign: string } | { value: unknown };

/**
 * Makes a stand-in for an ID that a webhook does not give.
 *
 * Stable: the same content gives the same one, in whatever order its keys come and however deep it is. So do two items
 * that agree in everything. The address of a medium is left out: it is a new one in every delivery.
 *
 * @param content - Meta's object
 * @param scope - what the content is unique within, for example the phone number ID
 * @returns `content.` and 64 hex digits
 */
export function contentId(content: Record<string, unknown>, ...scope: Array<string | undefined>): string {
	const hash = createHash('sha256');
	const pending: Pending[] = [{ value: content }, { value: scope.map((part) => part ?? null) }];
	let text = '';
	// A loop and no recursion: a webhook may be nested deeper than the stack is.
	for (let next = pending.pop(); next; next = pending.pop()) {
		text += 'sign' in next ? next.sign : unfold(next.value, pending);
		if (text.length > CHUNK_LENGTH) text = flush(hash, text);
	}
	flush(hash, text);
	return `content.${hash.digest('hex')}`;
}

function flush(hash: Hash, text: string): string {
	hash.update(text);
	return '';
}

/** Gives the text of a scalar, or the opening bracket of what it puts, last part first, on the pile. */
function unfold(value: unknown, pending: Pending[]): string {
	if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)} `;
	if (Array.isArray(value)) {
		pending.push({ sign: ']' });
		for (let index = value.length - 1; index >= 0; index -= 1) pending.push({ value: value[index] as unknown });
		return '[';
	}
	const record = value as Record<string, unknown>;
	pending.push({ sign: '}' });
	for (const key of Object.keys(record).sort().reverse()) {
		if (key === 'url' && 'mime_type' in record) continue;
		pending.push({ value: record[key] }, { sign: `${JSON.stringify(key)}:` });
	}
	return '{';
}
