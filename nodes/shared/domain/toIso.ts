/** Gives an instant as ISO 8601 in UTC; null when there is none, or none that a calendar knows. */
export function toIso(atMs: number | undefined): string | null {
	const instant = new Date(atMs ?? NaN);
	return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
