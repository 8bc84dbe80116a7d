/**
 * Gives a text without certain characters at its end, in linear time: a pattern like `/\/+$/` tries each run of them in the
 * text anew from every character of it.
 *
 * @param character - matches one of those to take away, for example `/[/\\]/`
 */
export function withoutTrailing(text: string, character: RegExp): string {
	let end = text.length;
	while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}
