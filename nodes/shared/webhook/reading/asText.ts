/** Gives text that is not empty; undefined for every other JSON value. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
