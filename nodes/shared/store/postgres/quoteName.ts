/** Quotes a name of Postgres, so that every character in it is taken as it is. */
export function quoteName(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
