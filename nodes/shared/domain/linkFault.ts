/**
 * Says what is wrong with a text that is no link, in words that stand between the name of its field and the text itself.
 *
 * A space comes first: it is hard to see within an address, and whoever reads of a missing https:// looks at its beginning.
 *
 * @param otherwise - what is wrong where there is no white space in it
 */
export function linkFault(text: string, otherwise: string): string {
	return /\s/.test(text) ? 'has a space or a line break, and no link may' : otherwise;
}
