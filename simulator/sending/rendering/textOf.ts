/** A value as text; empty for what is neither a text nor a number, since refused messages are shown too. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
