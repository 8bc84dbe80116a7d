/** What stands for something that is no text: its kind, and what is known of it, in square brackets. */
export function bracketed(kind: string, ...details: string[]): string {
	const known = details.filter((detail) => detail !== '');
	return known.length > 0 ? `[${kind}: ${known.join(', ')}]` : `[${kind}]`;
}
