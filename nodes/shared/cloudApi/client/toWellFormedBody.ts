import { toWellFormedText } from '../../domain/toWellFormedText';

/** How JSON writes half of a surrogate pair, and the character NUL; a text that spells this itself is only looked at twice. */
const ILL_FORMED = /\\u(?:d[89a-f]|0000)/;

/**
 * Gives a message whose texts are all well-formed, see {@link toWellFormedText}: a text that an expression cut within an emoji ends in U+FFFD.
 *
 * What reads JSON on the other side may refuse the whole request for half a character.
 *
 * @returns the same object where nothing in it had to be changed
 */
export function toWellFormedBody(body: Record<string, unknown>): Record<string, unknown> {
	const text = JSON.stringify(body);
	if (!ILL_FORMED.test(text)) return body;
	return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? toWellFormedText(value) : value)) as Record<string, unknown>;
}
