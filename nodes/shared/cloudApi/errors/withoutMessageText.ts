import { isRecord } from '../../domain/isRecord';

/** Fields that say what a request is, and not what it says to somebody; Meta's words about them help to mend it. */
const STRUCTURE = new Set([
	'messaging_product',
	'recipient_type',
	'type',
	'sub_type',
	'index',
	'name',
	'language',
	'code',
	'fields',
	'object',
	'category',
	'product_policy',
	'parameter_name',
]);
/** Within these everything is about somebody, or about what somebody buys: a name there is no name of a template. */
const CONTENT = new Set(['contacts', 'values', 'saved_addresses', 'beneficiaries', 'items']);
const SHORTEST_QUOTE = 4;

/**
 * Takes what a request says to a person, and its secrets, out of what Meta said about it, so that they do not end up in an
 * error or a log.
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

function textsOf(value: unknown, isContent = false): string[] {
	if (Array.isArray(value)) return value.flatMap((entry: unknown) => (typeof entry === 'string' ? [entry] : textsOf(entry, isContent)));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, field]) => {
		if (typeof field === 'number') return [String(field)];
		if (typeof field !== 'string') return textsOf(field, isContent || CONTENT.has(name));
		return STRUCTURE.has(name) && !isContent ? [] : [field];
	});
}
