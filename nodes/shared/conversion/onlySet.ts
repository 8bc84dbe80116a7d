/** The members that are set: what is not set is left out, as n8n does it. */
export function onlySet(members: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
