/** Writes an address without what may be secret in it: user, password and the values of its query. */
export function showUrl(url: string): string {
	if (!URL.canParse(url)) return '(not an address)';
	const { origin, pathname, search } = new URL(url);
	return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
