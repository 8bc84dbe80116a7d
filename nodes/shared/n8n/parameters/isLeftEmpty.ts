/**
 * Says whether a parameter was left empty by the builder, as opposed to an expression that gives nothing for an item.
 *
 * @param stored - the parameter as the workflow stores it; a resource locator is empty when the value inside it is
 */
export function isLeftEmpty(stored: unknown): boolean {
	const value = typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
