// wamids have some 60 characters, names of templates at most 512.
const LONGEST_TEXT = 512;

/**
 * Reads an ID, a name or a word of an answer of Meta's.
 *
 * @returns undefined for what is no text, is empty, or is longer than any that Meta gives out (512 characters): it would be stored
 *   and sent back for ever
 */
export function toGraphText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT ? value : undefined;
}
