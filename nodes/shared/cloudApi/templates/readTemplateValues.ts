import type { MessageTemplate, TemplateVariable } from './MessageTemplate';
import { TemplateParameterError } from './TemplateParameterError';
import { templateVariableLabel } from './templateVariableLabel';

const NOT_ALLOWED = /[\r\n\t\v\f\u0085\u2028\u2029]| {4}/;

/**
 * Checks the values for a template against its variables.
 *
 * @param values - one for each variable, by the variable's `id`; numbers and truth values are written out, null and
 * undefined are no values
 * @returns the values as text, by `id`
 * @throws {TemplateParameterError} when one is missing or empty, belongs to no variable, is an object or a list, or
 * holds a line break, a tab or more than 3 spaces in a row
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function readTemplateValues(
	template: MessageTemplate,
	values: Readonly<Record<string, unknown>>,
): Map<string, string> {
	const known = new Set(template.variables.map(({ id }) => id));
	const surplus = Object.keys(values).filter((id) => !known.has(id) && isGiven(values[id]));
	if (surplus.length > 0) {
		throw new TemplateParameterError(
			surplus[0] ?? '',
			`The template '${template.name}' has no variable for: ${surplus.join(', ').slice(0, 200)}`,
			'Load the variables of the template again, or take the value out.',
		);
	}
	return new Map(template.variables.map((variable) => [variable.id, readValue(variable, values)]));
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null;
}

function readValue(variable: TemplateVariable, values: Readonly<Record<string, unknown>>): string {
	const label = templateVariableLabel(variable);
	const value: unknown = Object.hasOwn(values, variable.id) ? values[variable.id] : undefined;
	if (typeof value === 'object' && value !== null) {
		throw new TemplateParameterError(label, `'${label}' is not text.`, 'Give a single text or number.');
	}
	const text = isGiven(value) ? String(value) : '';
	if (text.trim() === '') {
		throw new TemplateParameterError(
			label,
			`'${label}' is empty, and WhatsApp refuses a template message with an empty value.`,
			'Give a value, for example a word that stands in when there is none.',
		);
	}
	if (!NOT_ALLOWED.test(text)) return text;
	throw new TemplateParameterError(
		label,
		`'${label}' holds a line break, a tab or more than 3 spaces in a row, which WhatsApp refuses in templates.`,
		'Put the value into one line.',
	);
}
