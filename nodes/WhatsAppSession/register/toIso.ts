/** Writes an instant as ISO 8601 in UTC; null where there is none. */
export function toIso(atMs: number | undefined): string | null {
	return atMs === undefined ? null : new Date(atMs).toISOString();
}
