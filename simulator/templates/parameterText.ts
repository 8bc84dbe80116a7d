import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';

/** What a parameter of a text component shows; undefined when it is not of a kind that shows text. */
export function parameterText(parameter: JsonObject): string | undefined {
	if (parameter.type === 'text') return typeof parameter.text === 'string' ? parameter.text : undefined;
	const value = toJsonObject(parameter[String(parameter.type)]);
	return typeof value?.fallback_value === 'string' ? value.fallback_value : undefined;
}
