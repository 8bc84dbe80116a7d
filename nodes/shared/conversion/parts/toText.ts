/** What is stored as a number stands in a field for texts here. */
export function toText(value: unknown): string | undefined {
	if (value === undefined) return undefined;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
