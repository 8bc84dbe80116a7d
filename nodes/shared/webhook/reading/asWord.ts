const LONGEST_WORD = 512;

/**
 * Gives a word of Meta's, or an ID: text of at most 512 characters, without control characters or half an emoji.
 *
 * What a store keeps goes through here: no database takes every text, and a request that cannot be recorded would be
 * delivered again and again.
 *
 * @returns undefined for every other JSON value, empty text among them
 */
export function asWord(value: unknown): string | undefined {
	if (typeof value !== 'string' || value === '' || value.length > LONGEST_WORD) return undefined;
	return /[\p{Cc}\p{Cs}]/u.test(value) ? undefined : value;
}
