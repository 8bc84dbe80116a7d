/**
 * Gives text as every database keeps it and every reader takes it: half of a surrogate pair, as cutting an emoji in two
 * leaves it, and the character NUL become U+FFFD.
 *
 * Postgres refuses both (SQLSTATE 22P02, 22P05), and SQLite gives back another text than it was given. What is compared with text from a
 * store has to go through here before.
 *
 * @returns the same text where it is well-formed already, as nearly all is
 * @see https://www.postgresql.org/docs/current/datatype-json.html (read 2026-11-26)
 */
export function toWellFormedText(text: string): string {
	return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\uFFFD');
}
