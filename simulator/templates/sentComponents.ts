import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';

/** The objects of a list inside a request; anything that is not a list or not an object is left out. */
export function sentComponents(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.map(toJsonObject).filter((element) => element !== undefined) : [];
}
