import { isRecord } from '../../domain/isRecord';
import type { MessageTemplate } from './MessageTemplate';
import type { TemplateField } from './TemplateField';
import { TemplateParameterError } from './TemplateParameterError';
import { toTemplateFields } from './toTemplateFields';

const PARAMETER = 'Values (JSON)';

/**
 * Reads values that were not filled into the form: an object with one for each field, by its ID or the name of its variable,
 * or a list with those of the body in the order of their numbers or, in a named template, of the text.
 *
 * @param given - as it came from the builder
 * @returns the values by field ID
 * @throws {TemplateParameterError} when it is neither, or names what the template does not have
 */
export function toFieldValues(template: MessageTemplate, given: unknown): Record<string, unknown> {
	const fields = toTemplateFields(template);
	if (Array.isArray(given)) return fromList(template, fields, given);
	if (!isRecord(given)) throw refusal('is neither an object nor a list.', 'Give an object, for example {"order_id": 1042}, or a list.');
	const idsOf = Map.groupBy(fields, ({ alias }) => alias);
	const isField = (key: string) => fields.some(({ id }) => id === key);
	const strangers = Object.keys(given).filter((key) => !isField(key) && !idsOf.has(key));
	if (strangers.length > 0) throw notThere(template, fields, strangers);
	// A name may stand in the header and in the body; what is given for one field alone comes first.
	const named = Object.entries(given).flatMap(([key, value]) => (idsOf.get(key) ?? []).map(({ id }) => [id, value] as const));
	const own = Object.entries(given).filter(([key]) => isField(key));
	return Object.fromEntries([...named, ...own]);
}

function fromList(template: MessageTemplate, fields: TemplateField[], list: unknown[]): Record<string, unknown> {
	const inBody = fields.filter(({ id }) => /^body_|^code$/.test(id));
	const isNumbered = template.parameterFormat === 'POSITIONAL';
	if (isNumbered) inBody.sort((a, b) => Number(a.alias) - Number(b.alias));
	if (list.length === inBody.length) return Object.fromEntries(inBody.map(({ id }, index) => [id, list[index]]));
	throw refusal(
		`has ${list.length} values, and the body of the template '${template.name}' has ${inBody.length} variables.`,
		'Give one for each variable.',
	);
}

function notThere(template: MessageTemplate, fields: TemplateField[], strangers: string[]): TemplateParameterError {
	const names = fields.map(({ id, alias }) => alias ?? id).join(', ');
	const isNumbered = strangers.every((key) => /^\d+$/.test(key));
	const { name, parameterFormat } = template;
	const kind = parameterFormat === 'NAMED' && isNumbered ? ', which has named variables' : '';
	const other = parameterFormat === 'POSITIONAL' && !isNumbered ? ', which has numbered variables' : '';
	return refusal(
		`has values that do not belong to the template '${name}'${kind}${other}: ${strangers.join(', ').slice(0, 200)}`,
		names === '' ? 'This template takes no values.' : `It takes ${names.slice(0, 300)}.`,
	);
}

function refusal(words: string, advice: string): TemplateParameterError {
	return new TemplateParameterError(PARAMETER, `'${PARAMETER}' ${words}`, advice);
}
