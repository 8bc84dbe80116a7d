import { fillTemplateText } from './fillTemplateText';
import type { MessageTemplate, TemplateVariable } from './MessageTemplate';
import { readTemplateValues } from './readTemplateValues';
import type { TemplateMessagePayload, TemplateParameterPayload } from './TemplateMessagePayload';
import { TemplateParameterError } from './TemplateParameterError';
import { templateVariableLabel } from './templateVariableLabel';

/** A template message that is ready to be sent. */
export interface TemplateMessage {
	payload: TemplateMessagePayload;
	/** Header, an empty line and body as the person reads them. */
	renderedText: string;
}

/** How long a header and a body may be with their values in place; UTF-16 code units. */
const LONGEST_TEXT = { header: 60, body: 1024 };

/**
 * Makes a template message, or says why Meta would refuse it.
 *
 * Lengths are counted as n8n's `.length` does, which is never less than what Meta counts.
 *
 * @param values - one for each variable, by the variable's `id`
 * @throws {TemplateParameterError} when the template is not approved, has parts this version cannot fill, a value is
 * missing, surplus or not allowed, or the header or body becomes too long
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toTemplateMessage(
	template: MessageTemplate,
	values: Readonly<Record<string, unknown>>,
): TemplateMessage {
	refuseUnsendable(template);
	const texts = readTemplateValues(template, values);
	const header = hydrate(template, 'header', template.headerText ?? '', texts);
	const body = hydrate(template, 'body', template.bodyText, texts);
	const components = (['header', 'body'] as const)
		.map((type) => ({ type, parameters: toParameters(template, type, texts) }))
		.filter(({ parameters }) => parameters.length > 0);
	return {
		payload: {
			type: 'template',
			template: {
				name: template.name,
				language: { code: template.language },
				...(components.length > 0 ? { components } : {}),
			},
		},
		renderedText: header === '' ? body : `${header}\n\n${body}`,
	};
}

function refuseUnsendable(template: MessageTemplate): void {
	const named = `'${template.name}' (${template.language})`;
	if (template.status !== 'APPROVED') {
		throw new TemplateParameterError(
			'Template',
			`The template ${named} cannot be sent: its state is ${template.status}, not APPROVED.`,
			'Choose another template, or wait until WhatsApp Manager shows this one as active.',
		);
	}
	if (template.unsupportedParts.length === 0) return;
	throw new TemplateParameterError(
		'Template',
		`The template ${named} has ${template.unsupportedParts.join(' and ')}, which this node cannot fill, so nothing was sent.`,
		'Choose a template whose variables are all in its text header and body.',
	);
}

function variablesOf(template: MessageTemplate, component: 'header' | 'body'): TemplateVariable[] {
	return template.variables.filter((variable) => variable.component === component);
}

function hydrate(
	template: MessageTemplate,
	component: 'header' | 'body',
	text: string,
	values: Map<string, string>,
): string {
	const filled = fillTemplateText(text, (name) => values.get(`${component}_${name}`));
	const variables = variablesOf(template, component);
	if (variables.length === 0 || filled.length <= LONGEST_TEXT[component]) return filled;
	const longest = variables.reduce((a, b) => (lengthOf(b, values) > lengthOf(a, values) ? b : a));
	const label = templateVariableLabel(longest);
	throw new TemplateParameterError(
		label,
		`The ${component} of the template becomes ${filled.length} characters long with these values; ` +
			`WhatsApp allows ${LONGEST_TEXT[component]}.`,
		`Shorten '${label}', the longest value.`,
	);
}

function lengthOf(variable: TemplateVariable, values: Map<string, string>): number {
	return values.get(variable.id)?.length ?? 0;
}

function toParameters(
	template: MessageTemplate,
	component: 'header' | 'body',
	values: Map<string, string>,
): TemplateParameterPayload[] {
	const isNamed = template.parameterFormat === 'NAMED';
	const variables = variablesOf(template, component);
	// Meta takes the first value for {{1}}, wherever it stands in the text.
	if (!isNamed) variables.sort((a, b) => Number(a.name) - Number(b.name));
	return variables.map(({ id, name }) => ({
		type: 'text',
		...(isNamed ? { parameter_name: name } : {}),
		text: values.get(id) ?? '',
	}));
}
