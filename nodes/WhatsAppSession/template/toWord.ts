/** A parameter as text without the space around it; empty for everything that is neither text nor number. */
export function toWord(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
