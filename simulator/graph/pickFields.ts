import type { JsonObject } from '../JsonObject.ts';

/** The members that `fields` names, and always the ID; all of them when `fields` is not a text. */
export function pickFields(object: JsonObject, fields: unknown): JsonObject {
	if (typeof fields !== 'string' || fields === '') return object;
	const names = [...fields.split(',').map((field) => field.trim()), 'id'];
	return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}
