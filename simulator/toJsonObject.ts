import type { JsonObject } from './JsonObject.ts';

/** The value itself when it is a JSON object, otherwise undefined; lists and null are no objects here. */
export function toJsonObject(value: unknown): JsonObject | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
