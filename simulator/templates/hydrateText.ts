import type { JsonObject } from '../JsonObject.ts';
import { parameterText } from './parameterText.ts';
import { templatePlaceholders } from './templatePlaceholders.ts';

/** Puts the values into a text; a placeholder without a value stays as it is. */
export function hydrateText(text: string, parameters: readonly JsonObject[], isNamed: boolean): string {
	const values = templatePlaceholders(text).map((name, index): [string, string | undefined] => {
		const parameter = isNamed
			? parameters.find((candidate) => candidate.parameter_name === name)
			: parameters[/^\d+$/.test(name) ? Number(name) - 1 : index];
		return [name, parameter && parameterText(parameter)];
	});
	const byName = new Map(values);
	return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi, (placeholder, name: string) => byName.get(name) ?? placeholder);
}
