/** The members of an object that have a value; undefined when none has one. */
export function onlyGiven(members: Record<string, unknown>): Record<string, unknown> | undefined {
	const given = Object.entries(members).filter(([, value]) => value !== undefined);
	return given.length > 0 ? Object.fromEntries(given) : undefined;
}
