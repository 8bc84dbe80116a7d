/**
 * Reads a link that WhatsApp opens or fetches.
 *
 * The browser's own parser decides, in linear time. It would forgive what a phone does not: white space, a missing `//`, and a
 * third slash, so those are no link.
 *
 * @param text - without white space at its ends
 * @param schemes - what it may begin with; `https` and `http` by default
 * @returns undefined when it is no whole address
 */
export function parseLink(text: string, schemes: readonly string[] = ['https', 'http']): URL | undefined {
	if (!/^https?:\/\/[^/]/i.test(text) || /\s/.test(text) || !URL.canParse(text)) return undefined;
	const link = new URL(text);
	return schemes.includes(link.protocol.slice(0, -1)) ? link : undefined;
}
