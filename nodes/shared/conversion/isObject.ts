/** Says whether a value of a workflow is an object with named members; lists and null are not. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
