/** An expression may give a list, a single value, or several of them in one text. */
export function toTexts(value: unknown): string[] {
	const values: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value ?? ''];
	return values.map((text) => String(text).trim()).filter((text) => text !== '');
}
