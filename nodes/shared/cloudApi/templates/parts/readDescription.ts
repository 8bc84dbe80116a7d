import type { TemplateField } from '../TemplateField';
import { TemplateParameterError } from '../TemplateParameterError';
import type { TemplateValues } from '../TemplateValues';

/**
 * Reads words that stand beside something else of a message, such as those on the discount of an order.
 *
 * @param owner - the field of what they describe: without it they would not be sent, and nobody would know; undefined where it is always there
 * @returns undefined when none are given
 * @throws {TemplateParameterError} when they are too long, or what they describe is not given
 */
export function readDescription(field: TemplateField, longest: number, values: TemplateValues, owner?: TemplateField): string | undefined {
	if (!values.has(field)) return undefined;
	const words = values.word(field);
	if (words.length > longest) {
		throw new TemplateParameterError(field.label, `'${field.label}' is ${words.length} characters long; WhatsApp allows ${longest}.`, 'Shorten it.');
	}
	if (owner === undefined || values.has(owner)) return words;
	throw new TemplateParameterError(field.label, `'${field.label}' belongs to '${owner.label}', which is empty.`, `Give '${owner.label}' too, or take out '${field.label}'.`);
}
