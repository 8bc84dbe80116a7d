import type { MessageTemplate } from './MessageTemplate';
import { TemplateParameterError } from './TemplateParameterError';
import { templateState } from './templateState';

/**
 * Makes sure that a template may be sent at all.
 *
 * @param hasGivenComponents - whether the builder wrote components as JSON, which may fill parts that this pack does not know
 * @throws {TemplateParameterError} when it is not approved, or has parts that nothing can fill
 */
export function refuseUnsendable(template: MessageTemplate, hasGivenComponents: boolean): void {
	const named = `'${template.name}' (${template.language})`;
	const state = templateState(template);
	if (!state.isSendable) {
		throw new TemplateParameterError('Template', `The template ${named} cannot be sent: ${state.words}.`, state.advice);
	}
	if (template.unknownParts.length === 0 || hasGivenComponents) return;
	throw new TemplateParameterError(
		'Template',
		`The template ${named} has ${template.unknownParts.join(' and ')}, which this node does not know, so nothing was sent.`,
		"Write that part yourself in the option 'Components (JSON)', or choose another template.",
	);
}
