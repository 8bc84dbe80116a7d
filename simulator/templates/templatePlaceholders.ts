/** The variables of a text in the order in which they stand: `1`, `2`… or names; each once. */
export function templatePlaceholders(text: string): string[] {
	return [...new Set([...text.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi)].map((match) => match[1] ?? ''))];
}
