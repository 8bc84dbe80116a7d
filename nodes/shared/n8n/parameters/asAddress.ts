/** Gives text or a number that may be an address; undefined for everything else, and for empty text. */
export function asAddress(value: unknown): string | number | undefined {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? value : undefined;
}
