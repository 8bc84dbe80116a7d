import { isRecord } from '../../domain/isRecord';
import { componentSlot } from './componentSlot';
import type { MessageTemplate, TemplateText } from './MessageTemplate';
import type { TemplateComponentPayload } from './TemplateMessagePayload';
import { TemplateParameterError } from './TemplateParameterError';

const PARAMETER = 'Components (JSON)';

/**
 * Checks components that the builder wrote as JSON, as far as the template says what they must be. A kind of component that
 * nobody knows yet is left to Meta: this is the way for what Meta invents next.
 *
 * @param given - as it came from the builder
 * @returns the components by their places in the message
 * @throws {TemplateParameterError} when it is no list of components, two are for one place, or one is for a part that the
 * template does not have, or has other variables than it
 */
export function checkGivenComponents(template: MessageTemplate, given: unknown): Map<string, TemplateComponentPayload> {
	const list: unknown[] = Array.isArray(given) ? given : [given];
	const bySlot = new Map<string, TemplateComponentPayload>();
	for (const component of list) {
		if (!isRecord(component) || typeof component.type !== 'string') {
			throw refusal('is not a list of components.', 'Give what Meta calls "components", for example [{"type": "body", "parameters": [...]}].');
		}
		const slot = componentSlot(component, template);
		if (bySlot.has(slot)) throw refusal(`has two components for one place: ${slot}.`, 'Leave one of them.');
		checkKnown(template, slot, component);
		bySlot.set(slot, component as TemplateComponentPayload);
	}
	return bySlot;
}

function checkKnown(template: MessageTemplate, slot: string, component: Record<string, unknown>): void {
	const type = String(component.type).toLowerCase();
	if (type === 'header' && template.header?.text) checkVariables(type, template, template.header.text, component);
	else if (type === 'header' && !template.header) throw notThere(template, 'header');
	else if (type === 'body') checkVariables(type, template, template.body, component);
	else if (type === 'carousel' && template.cards.length === 0) throw notThere(template, 'carousel');
	else if (type === 'button' && !template.buttons.some(({ index }) => slot === `button ${index}`)) {
		throw refusal(
			`is for ${slot}, and the template '${template.name}' has ${template.buttons.length} buttons.`,
			'The index counts from 0, in the order of the template.',
		);
	}
}

function checkVariables(
	type: string,
	{ name, parameterFormat }: MessageTemplate,
	{ variables }: TemplateText,
	{ parameters }: Record<string, unknown>,
): void {
	const list = Array.isArray(parameters) ? parameters.filter(isRecord) : [];
	if (list.length !== variables.length) {
		throw refusal(
			`has ${list.length} parameters for the ${type}, and the template '${name}' has ${variables.length} variables there.`,
			'Give one for each variable.',
		);
	}
	const names = list.map((parameter) => parameter.parameter_name);
	const isNamed = parameterFormat === 'NAMED';
	const isRight = isNamed
		? variables.every((variable) => names.includes(variable.name))
		: names.every((parameterName) => parameterName === undefined);
	if (isRight) return;
	const wanted = isNamed
		? `named variables: ${variables.map((variable) => variable.name).join(', ')}`
		: 'numbered variables, whose values have no parameter_name';
	throw refusal(`does not fit the ${type} of the template '${name}', which has ${wanted}.`, 'Correct the names.');
}

function notThere({ name }: MessageTemplate, part: string): TemplateParameterError {
	return refusal(`is for a ${part}, and the template '${name}' has none.`, 'Take it out, or choose another template.');
}

function refusal(words: string, advice: string): TemplateParameterError {
	return new TemplateParameterError(PARAMETER, `'${PARAMETER}' ${words}`, advice);
}
