import { isRecord } from './isRecord';

// The last two hold secrets, which belong into an error even less.
const TEXT_FIELDS = new Set(['body', 'text', 'caption', 'coupon_code', 'payload', 'verify_token', 'input_token']);
const SHORTEST_QUOTE = 4;

/**
 * Takes the text of a message, and the secrets of a request, out of what Meta said about it, so that they do not end up
 * in an error or a log.
 *
 * Texts of up to three characters stay: they occur in every sentence.
 *
 * @param details - Meta's words
 * @param message - the body of the request that was refused, and its query
 */
export function withoutMessageText(details: string, message: unknown): string {
	return textsOf(message)
		.filter((text) => text.length >= SHORTEST_QUOTE)
		.sort((a, b) => b.length - a.length)
		.reduce((rest, text) => rest.replaceAll(text, '[text]'), details);
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, field]) =>
		typeof field === 'string' ? (TEXT_FIELDS.has(name) ? [field] : []) : textsOf(field),
	);
}
