/** Says whether a value from outside is an object with named fields; lists and null are not. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
