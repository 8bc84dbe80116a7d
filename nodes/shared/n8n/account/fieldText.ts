/** Gives the text of a field of the credential without the spaces around it; empty where it holds none. */
export function fieldText(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
